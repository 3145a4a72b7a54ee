package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.testing.Launched;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls that block virtual threads, and what of them counts. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadCallsTest {

    private static final String SETTING = "liveliness.blocking.virtual-threads";

    @Test
    void aVirtualThreadThatLetsGoOfItsCarrierMayBlock() {
        assertThat(Launched.run(Sleeping.class).failed()).isEmpty();
    }

    @Test
    void aVirtualThreadThatKeepsItsCarrierMayNot() {
        Launched tests = Launched.run(Pinned.class);

        assertThat(tests.failureOf("sleeps"))
                .isInstanceOf(BlockingCallError.class)
                .hasMessageContaining("Thread.sleep keeps a virtual thread on its carrier: blocked for ")
                .hasMessageContaining("$SlowToBegin.<clinit>(")
                .hasMessageContaining("in a task of 'virtual threads'");
    }

    @Test
    void allOfThemCountWhereThatIsAskedFor() {
        Launched tests = Launched.with(SETTING, "all").run(Sleeping.class);

        assertThat(tests.failureOf("sleeps"))
                .hasMessageContaining("Thread.sleep sleeps: blocked for ")
                .hasMessageContaining("in a task of 'virtual threads'");
        assertThat(tests.failureOf("sleepsInAThreadOfItsOwn"))
                .hasMessageContaining("Thread.sleep sleeps: blocked for ");
        assertThat(tests.passed()).containsExactly("computes");
    }

    @Test
    void ofThemAllThosePinnedAreToldAsSuch() {
        assertThat(Launched.with(SETTING, "all").run(AlsoPinned.class).failureOf("sleeps"))
                .hasMessageContaining("Thread.sleep keeps a virtual thread on its carrier: blocked for ");
    }

    @Test
    void noneCountsWhereTheyAreLeftOut() {
        assertThat(Launched.with(SETTING, "off")
                        .run(Sleeping.class, PinnedToo.class)
                        .failed())
                .isEmpty();
    }

    @Test
    void whatHasNotReturnedWhenTheTestEndsIsStillBlocked() {
        assertThat(Launched.with(SETTING, "all").run(Leaving.class).failureOf("leavesAThreadThatWaits"))
                .hasMessageContaining("CountDownLatch.await waits for another thread: still blocked after ");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Sleeping {
        @Test
        void sleeps() throws Exception {
            onAVirtualThread(VirtualThreadCallsTest::sleep);
        }

        @Test
        void sleepsInAThreadOfItsOwn() throws Exception {
            Thread thread = factory().newThread(() -> {
                try {
                    sleep();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            thread.join();
        }

        @Test
        void computes() throws Exception {
            onAVirtualThread(() -> 1);
        }
    }

    /** Who sleeps while a class is initialised has the JVM on its stack, and stays on its carrier, on every JDK. */
    @DetectStalls(blocking = Blocking.FAIL)
    static class Pinned {
        @Test
        void sleeps() throws Exception {
            onAVirtualThread(SlowToBegin::new);
        }

        static class SlowToBegin {
            static {
                sleepInInitialiser();
            }
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class PinnedToo {
        @Test
        void sleeps() throws Exception {
            onAVirtualThread(SlowToo::new);
        }

        static class SlowToo {
            static {
                sleepInInitialiser();
            }
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class AlsoPinned {
        @Test
        void sleeps() throws Exception {
            onAVirtualThread(AlsoSlow::new);
        }

        static class AlsoSlow {
            static {
                sleepInInitialiser();
            }
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Leaving {
        private static final CountDownLatch NEVER = new CountDownLatch(1);

        @Test
        void leavesAThreadThatWaits() throws Exception {
            ExecutorService threads = virtualThreads();
            threads.submit(() -> {
                NEVER.await();
                return 1;
            });
            Awaitility.await()
                    .until(() -> WorkerTable.inCalls().stream()
                            .anyMatch(worker -> worker.isVirtual() && System.nanoTime() - worker.since() > 2_000_000));
        }
    }

    private static void onAVirtualThread(Callable<?> task) throws Exception {
        ExecutorService threads = virtualThreads();
        threads.submit(task).get();
        threads.shutdown();
    }

    private static int sleep() throws InterruptedException {
        Thread.sleep(5);
        return 1;
    }

    private static void sleepInInitialiser() {
        try {
            sleep();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Since JDK 21. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** Since JDK 21. */
    private static ThreadFactory factory() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
