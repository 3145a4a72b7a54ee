package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureLogTest {
    private final List<String> console = new ArrayList<>();
    private final FailureLog log = new FailureLog(console::add);

    @Test
    void aFailureIsToldInOneLine() {
        log.accept(new IllegalStateException("the third tick"));

        assertThat(console)
                .containsExactly("Liveliness met an error while it watched, and goes on: "
                        + "java.lang.IllegalStateException: the third tick");
    }

    @Test
    void theSameFailureIsToldOnceWhateverItsMessage() {
        for (int tick = 0; tick < 5; tick++) {
            log.accept(new IllegalStateException("tick " + tick));
        }

        assertThat(console).hasSize(1);
    }

    @Test
    void failuresOfOtherKindsAndPlacesAreToldEach() {
        log.accept(new IllegalStateException());
        log.accept(new IllegalStateException());
        log.accept(new AssertionError());

        assertThat(console).hasSize(3);
    }

    @Test
    void aFailureWithoutAStackIsToldToo() {
        Throwable bare = new RuntimeException("bare", null, false, false) {};

        log.accept(bare);
        log.accept(bare);

        assertThat(console).hasSize(1);
    }
}
