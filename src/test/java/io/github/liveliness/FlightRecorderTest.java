package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What no hook sees, and the JVM's flight recorder does. */
class FlightRecorderTest {

    private static final String SETTING = "liveliness.blocking.jfr";

    @Test
    void whoWaitedForAMonitorInATaskIsTold() {
        Launched tests = Launched.with(SETTING, "on").run(Contended.class);

        assertThat(tests.failureOf("inAPool"))
                .isInstanceOf(BlockingCallError.class)
                .hasMessageStartingWith("One blocking call")
                .hasMessageContaining("synchronized waits for a monitor: blocked for ")
                .hasMessageContaining("at " + Contended.class.getName() + ".lambda$inAPool$0(FlightRecorderTest.java:")
                .hasMessageContaining("in a task of 'orders', submitted\n    at " + Contended.class.getName());
        assertThat(tests.failureOf("inAPoolThatAllTestsShare"))
                .hasMessageContaining("synchronized waits for a monitor")
                .hasMessageContaining("in a task of 'all', submitted\n    at " + Contended.class.getName());
        assertThat(tests.failureOf("inAForkJoinPool")).hasMessageContaining("synchronized waits for a monitor");
        assertThat(tests.failureOf("insideOfACallOfTheJdk")).hasMessageContaining("Vector.add waits for a monitor");
        assertThat(tests.passed()).containsExactlyInAnyOrder("onItsOwnThread", "inAPoolThatGrows");
    }

    @Test
    void nobodyAsksTheRecorderUnlessTold() {
        assertThat(Launched.run(Contended.class).failed()).isEmpty();
    }

    @Test
    void whoWaitedForTheInitialisationOfAClassIsTold() {
        assertThat(Launched.with(SETTING, "on").run(Initialising.class).failureOf("needsAClassThatIsBeingInitialised"))
                .hasMessageContaining("class initialisation waits for a static initialiser: blocked for ");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aVirtualThreadThatIsPinnedSoIsTold() {
        assertThat(Launched.with(SETTING, "on").run(Virtual.class).failureOf("needsAClassThatIsBeingInitialised"))
                .hasMessageStartingWith("One blocking call")
                .hasMessageContaining("keeps a virtual thread on its carrier: blocked for ")
                .hasMessageContaining("in a task of 'virtual threads'");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Contended {
        private static final ExecutorService OF_ALL = Pools.fixed("all", 1);

        @Test
        void inAPool() throws Exception {
            Door door = new Door(new Object());
            ExecutorService pool = Pools.fixed("orders", 1);
            door.passedBy(ready -> pool.submit(() -> {
                        ready.run();
                        synchronized (door.monitor) {
                            Thread.onSpinWait();
                        }
                    })
                    .get());
            pool.shutdown();
        }

        @Test
        void inAForkJoinPool() throws Exception {
            Door door = new Door(new Object());
            ForkJoinPool pool = new ForkJoinPool(1);
            door.passedBy(ready -> pool.submit(() -> enter(door, ready)).get());
            pool.shutdown();
        }

        @Test
        @SuppressWarnings("JdkObsolete") // It is in use.
        void insideOfACallOfTheJdk() throws Exception {
            Vector<String> vector = new Vector<>();
            Door door = new Door(vector);
            ExecutorService pool = Pools.fixed("orders", 1);
            door.passedBy(ready -> pool.submit(() -> {
                        ready.run();
                        vector.add("");
                    })
                    .get());
            pool.shutdown();
        }

        @Test
        void inAPoolThatAllTestsShare() throws Exception {
            Door door = new Door(new Object());
            door.passedBy(ready -> OF_ALL.submit(() -> enter(door, ready)).get());
        }

        @Test
        void onItsOwnThread() throws Exception {
            Door door = new Door(new Object());
            door.passedBy(ready -> enter(door, ready));
        }

        @Test
        void inAPoolThatGrows() throws Exception {
            Door door = new Door(new Object());
            ExecutorService pool = Executors.newCachedThreadPool();
            door.passedBy(ready -> pool.submit(() -> enter(door, ready)).get());
            pool.shutdown();
        }

        private static void enter(Door door, Runnable ready) {
            ready.run();
            synchronized (door.monitor) {
                Thread.onSpinWait();
            }
        }
    }

    /** A monitor that is held until somebody has waited for it for some milliseconds. */
    private static final class Door {
        private final Object monitor;

        Door(Object monitor) {
            this.monitor = monitor;
        }

        /** @param visit is told what to run just before it enters */
        void passedBy(Visit visit) throws Exception {
            AtomicReference<Thread> visitor = new AtomicReference<>(new Thread());
            CountDownLatch entered = new CountDownLatch(1);
            Thread holder = Pools.daemon(
                    () -> {
                        synchronized (monitor) {
                            entered.countDown();
                            awaitBlocked(visitor);
                        }
                    },
                    "holder");
            holder.start();
            entered.await();
            visit.by(() -> visitor.set(Thread.currentThread()));
            holder.join();
        }

        private static void awaitBlocked(AtomicReference<Thread> visitor) {
            await().until(() -> visitor.get().getState() == Thread.State.BLOCKED);
            long end = System.nanoTime() + Duration.ofMillis(5).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    @FunctionalInterface
    private interface Visit {
        void by(Runnable ready) throws Exception;
    }

    /** Waits for a class that a thread outside of the pool has begun to initialise. */
    @DetectStalls(blocking = Blocking.FAIL)
    static class Initialising {
        @Test
        void needsAClassThatIsBeingInitialised() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            beside(SlowToBegin::use, () -> pool.submit(() -> SlowToBegin.use()).get());
            pool.shutdown();
        }

        static class SlowToBegin {
            static {
                begin();
            }

            static void use() {}
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Virtual {
        @Test
        void needsAClassThatIsBeingInitialised() throws Exception {
            ExecutorService threads = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            beside(SlowToo::use, () -> threads.submit(() -> SlowToo.use()).get());
            threads.shutdown();
        }

        static class SlowToo {
            static {
                begin();
            }

            static void use() {}
        }
    }

    private static final AtomicReference<CountDownLatch> BEGUN = new AtomicReference<>(new CountDownLatch(1));

    private static void beside(Runnable initialises, Callable<?> waits) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        BEGUN.set(begun);
        Thread first = Pools.daemon(initialises, "first");
        first.start();
        begun.await();
        waits.call();
        first.join();
    }

    /** From outside nobody sees whether a thread waits for a class, so that it must take its time. */
    private static void begin() {
        BEGUN.get().countDown();
        Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(300));
    }
}
