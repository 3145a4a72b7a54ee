package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HookTrialsTest {

    @Test
    void anInterruptOfTheOneWhoWaitsEndsNoTrialAndIsLeftToIt() {
        CountDownLatch released = new CountDownLatch(1);
        HookTrials trials = new HookTrials(() -> Awaitility.await().until(() -> released.getCount() == 0));
        trials.begin();
        Thread waiting = Thread.currentThread();
        OwnThread.daemon("interrupts", () -> {
                    Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
                    waiting.interrupt();
                    released.countDown();
                })
                .start();

        boolean ended = trials.haveEnded();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
    }

    @Test
    void whatThrowsHasNotBeenTried() {
        HookTrials trials = new HookTrials(() -> {
            throw new IllegalStateException("no hooks");
        });
        trials.begin();

        assertThat(trials.haveEnded()).isFalse();
    }
}
