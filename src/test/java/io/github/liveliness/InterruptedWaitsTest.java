package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sleep, or a wait, that an interrupt ends is over then, also where its method is native and has no end of its own. */
class InterruptedWaitsTest {

    private static volatile boolean mayEnd;

    @Test
    void itsTimeIsToldAndItIsNotSaidToBlockStill() {
        Launched tests = Launched.run(Interrupted.class);

        assertThat(tests.failed()).hasSize(4);
        assertThat(tests.failures())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(BlockingCallError.class)
                        .message()
                        .startsWith("One blocking call")
                        .contains(": blocked for ")
                        .doesNotContain("still blocked"));
        assertThat(tests.failureOf("aSleepThatIsCaught")).hasMessageContaining("Thread.sleep sleeps: ");
        assertThat(tests.failureOf("aSleepThatIsCaughtByWhoCalled")).hasMessageContaining("Thread.sleep sleeps: ");
        assertThat(tests.failureOf("aSleepInAConstructor")).hasMessageContaining("Thread.sleep sleeps: ");
        assertThat(tests.failureOf("aWait")).hasMessageContaining("Object.wait waits for a monitor: ");
    }

    @ExtendWith(Ending.class)
    @DetectStalls(blocking = Blocking.FAIL)
    static class Interrupted {
        private static final long LONG = 600_000;

        private final ExecutorService pool = Pools.fixed("orders", 1);
        private final CompletableFuture<Thread> begun = new CompletableFuture<>();

        @Test
        void aSleepThatIsCaught() {
            interrupt(() -> {
                try {
                    Thread.sleep(LONG);
                } catch (InterruptedException expected) {
                    busyUntilAllowed();
                }
            });
        }

        @Test
        void aSleepThatIsCaughtByWhoCalled() {
            interrupt(() -> {
                try {
                    sleeps();
                } catch (InterruptedException expected) {
                    busyUntilAllowed();
                }
            });
        }

        private static void sleeps() throws InterruptedException {
            Thread.sleep(LONG);
        }

        @Test
        void aSleepInAConstructor() {
            interrupt(() -> {
                assertThat(new Sleeping().wasInterrupted).isTrue();
                busyUntilAllowed();
            });
        }

        @Test
        @SuppressWarnings("WaitNotInLoop") // only an interrupt ends it
        void aWait() {
            Object monitor = new Object();
            interrupt(() -> {
                try {
                    synchronized (monitor) {
                        monitor.wait(LONG);
                    }
                } catch (InterruptedException expected) {
                    busyUntilAllowed();
                }
            });
        }

        private static void busyUntilAllowed() {
            while (!mayEnd) {
                Thread.onSpinWait();
            }
        }

        /** Interrupts what the only thread of a pool does, and leaves its task running. */
        private void interrupt(Task task) {
            mayEnd = false;
            pool.submit(() -> {
                begun.complete(Thread.currentThread());
                task.run();
                return 1;
            });
            pool.shutdown();
            Thread worker = begun.join();
            await().until(() -> worker.getState() == Thread.State.TIMED_WAITING);
            worker.interrupt();
            await().until(() -> worker.getState() == Thread.State.RUNNABLE);
        }
    }

    /** It comes first, so that it is called last: when the test has been judged. */
    static final class Ending implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            mayEnd = true;
        }
    }

    /** What a task does. */
    interface Task {
        void run() throws Exception;
    }

    static final class Sleeping {
        private boolean wasInterrupted;

        Sleeping() {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException expected) {
                wasInterrupted = true;
            }
        }
    }
}
