package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.testing.FixtureProgram;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The flight recorder in JVMs that lack something. */
class FlightRecorderIT {

    private static final ForkedJvm JVM = ForkedJvm.of(FixtureProgram.class);

    @Test
    void withoutTheAgentItIsAskedForAllThatItKnows() {
        Outcome outcome = JVM.jvmArguments("-Dliveliness.agent=off").run(Sleeping.class.getName());

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactlyInAnyOrder("inAFixedPool", "inAForkJoinPool", "inAScheduledPool");
        assertThat(outcome.err())
                .containsOnlyOnce(
                        "There is no agent, so of blocking calls only those are seen that the flight recorder");
    }

    @Test
    void withoutTheAgentAndItNothingIsFound() {
        Outcome outcome = JVM.jvmArguments("-Dliveliness.agent=off", "-Dliveliness.blocking.jfr=off")
                .run(Sleeping.class.getName());

        assertThat(outcome.out()).as(outcome.err()).isEmpty();
        assertThat(outcome.err()).containsOnlyOnce("Blocking calls are not seen, for there is no agent.");
    }

    @Test
    void whoAskedForNothingPaysNothingAndHearsNothing() {
        Outcome outcome = JVM.jvmArguments(
                        "-Dliveliness.agent=off", "-Dliveliness.blocking=report", "-Xlog:jfr+system=info:stderr")
                .run(Sleeping.class.getName());

        assertThat(outcome.out()).as(outcome.err()).isEmpty();
        assertThat(outcome.err()).doesNotContain("flight recorder", "locking calls", "Started recording");
    }

    @Test
    void ofTestsSideBySideNobodyKnowsWhoseTaskItWas() {
        Outcome outcome = ForkedJvm.of(Program.class)
                .jvmArguments("-Dliveliness.agent=off")
                .run();

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("passed [first, second]");
    }

    @Test
    void withoutItsModuleTheHooksSeeWhatTheyCan() {
        Outcome outcome = JVM.jvmArguments("-Dliveliness.blocking.jfr=on", "--limit-modules", withoutTheRecorder())
                .run(Sleeping.class.getName());

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactlyInAnyOrder("inAFixedPool", "inAForkJoinPool", "inAScheduledPool");
        assertThat(outcome.err())
                .containsOnlyOnce(
                        "What the flight recorder would see is not seen, such as contended monitors, for this JVM"
                                + " runs without the module jdk.jfr. Add it with --add-modules jdk.jfr.");
    }

    private static String withoutTheRecorder() {
        return "java.base,java.instrument,java.logging,java.xml,jdk.unsupported,java.compiler,java.desktop,"
                + "java.management,jdk.management,jdk.attach";
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Sleeping {
        @Test
        void inAFixedPool() throws Exception {
            sleepIn(Pools.fixed("fixed", 1));
        }

        @Test
        void inAForkJoinPool() throws Exception {
            sleepIn(new ForkJoinPool(1));
        }

        @Test
        void inAScheduledPool() throws Exception {
            ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
            pool.schedule(
                            () -> {
                                Thread.sleep(5);
                                return 1;
                            },
                            1,
                            TimeUnit.MILLISECONDS)
                    .get();
            pool.shutdown();
        }

        @Test
        void inAPoolThatGrows() throws Exception {
            sleepIn(Executors.newCachedThreadPool(work -> Pools.daemon(work, "grows")));
        }

        @Test
        void onItsOwnThread() throws Exception {
            Thread.sleep(5);
        }
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            System.out.println("passed "
                    + Launched.inParallel(2).run(SideBySide.class).passed().stream()
                            .sorted()
                            .toList());
        }
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class SideBySide {
        @Test
        void first() throws Exception {
            Both.MET.arriveAndAwaitAdvance();
            sleepIn(Pools.fixed("first", 1));
            Both.MET.arriveAndAwaitAdvance();
        }

        @Test
        void second() throws Exception {
            Both.MET.arriveAndAwaitAdvance();
            sleepIn(Pools.fixed("second", 1));
            Both.MET.arriveAndAwaitAdvance();
        }
    }

    private static final class Both {
        static final Phaser MET = new Phaser(2);
    }

    /** Until the worker is idle: by what it waits for next it shows whether its pool is bounded. */
    private static void sleepIn(ExecutorService pool) throws Exception {
        AtomicReference<Thread> worker = new AtomicReference<>(Thread.currentThread());
        pool.submit(() -> {
                    worker.set(Thread.currentThread());
                    Thread.sleep(5);
                    return 1;
                })
                .get();
        await().until(() -> worker.get().getState() != Thread.State.RUNNABLE);
    }
}
