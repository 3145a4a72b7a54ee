package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Ending;
import io.github.liveliness.agent.boot.Endings;
import io.github.liveliness.agent.boot.Hooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the endings of a JVM are kept in one place")
class EndingsTest {
    private final IllegalStateException thrown = new IllegalStateException("no more input");

    private final Object held = new Object();

    @Test
    void nothingIsKeptUnlessSomebodyAsks() {
        Hooks.stageFailed(held, thrown);

        assertThat(isKept()).isFalse();
    }

    @Test
    void whatFailsIsKeptWithWhatItHeldUntilAllForget() {
        Endings.SEEN.keep();
        Endings.SEEN.keep();
        Hooks.stageFailed(held, thrown);

        assertThat(newest().kind()).isEqualTo(Ending.Kind.STAGE);
        assertThat(newest().thrown()).isSameAs(thrown);
        assertThat(newest().threadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(newest().className()).isEqualTo("java.lang.Object");
        Endings.SEEN.forget();
        assertThat(isKept()).isTrue();
        Endings.SEEN.forget();
        assertThat(isKept()).isFalse();
    }

    @Test
    void theOldestMakesRoom() {
        Endings.SEEN.keep();
        try {
            Hooks.stageFailed(held, thrown);
            long number = newest().number();
            for (int more = 1; more < Endings.CAPACITY; more++) {
                Hooks.stageFailed("another", thrown);
            }
            assertThat(isKept()).isTrue();

            Hooks.stageFailed("another", thrown);

            assertThat(isKept()).isFalse();
            assertThat(Endings.SEEN.find(number)).isNull();
        } finally {
            Endings.SEEN.forget();
        }
    }

    @Test
    void aTaskThatWentWellIsNoEnding() {
        Endings.SEEN.keep();
        try {
            Hooks.taskRun(held, null);
            assertThat(isKept()).isFalse();

            Hooks.taskRun(held, thrown);
            assertThat(newest().kind()).isEqualTo(Ending.Kind.TASK);
        } finally {
            Endings.SEEN.forget();
        }
    }

    private boolean isKept() {
        return newestNumber() > 0;
    }

    private Ending newest() {
        return Endings.SEEN.find(newestNumber());
    }

    private long newestNumber() {
        long newest = 0;
        for (long number = 1; number < 10_000; number++) {
            Ending ending = Endings.SEEN.find(number);
            if (ending != null && ((Object[]) ending.get())[0] == held) {
                newest = number;
            }
        }
        return newest;
    }
}
