package io.github.liveliness.rescue;

import static io.github.liveliness.rescue.StuckThings.plenty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SideThreadTest {

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    @Test
    void keepsNoJvmAlive() throws Exception {
        Thread thread = SideThread.start(Thread::currentThread).await(plenty());

        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void anActionThatBlocksIsLeftBehind() {
        SideThread<Boolean> blocked = SideThread.start(() -> {
            stuck.waitDeafly();
            return true;
        });

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> blocked.await(Duration.ofMillis(10)))
                .withMessage("no answer within 10 ms; a lock or code of the test seems to block it");
    }

    @Test
    void theReasonOfAFailureIsWhatTheActionThrew() {
        SideThread<Boolean> failing = SideThread.start(() -> {
            throw new IllegalStateException("no luck");
        });

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> failing.await(plenty()))
                .satisfies(failure ->
                        assertThat(SideThread.reason(failure)).isEqualTo("java.lang.IllegalStateException: no luck"));
    }
}
