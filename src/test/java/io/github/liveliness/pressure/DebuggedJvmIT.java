package io.github.liveliness.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jdi.ThreadReference;
import com.sun.jdi.request.EventRequest;
import io.github.liveliness.DetectStalls;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.RunningJvm;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.testing.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that a debugger is attached to, and somebody who looks around at a breakpoint. */
class DebuggedJvmIT {
    /** Longer than every threshold. */
    private static final Duration LOOKING_AROUND = Duration.ofSeconds(4);

    @TempDir
    private Path output;

    @InAJvmOfItsOwn
    void aBreakpointThatSuspendsAllThreadsIsNoSilence() throws Exception {
        try (RunningJvm jvm = Pressures.jvm(PressedProgram.class, output)
                        .jvmArguments(DebugSession.AGENT)
                        .start(Pressures.fixtures());
                DebugSession debugger =
                        DebugSession.attach(jvm, Pressed.class, "allInProgress", EventRequest.SUSPEND_ALL)) {
            debugger.awaitHits(1);
            assertThat(jvm.lines(Pressed.DONE)).as("what ended too early").isEmpty();
            LateSignals.sleep(LOOKING_AROUND);
            debugger.goOn();
            Pressures.assertSound(jvm.end());
        }
    }

    @InAJvmOfItsOwn
    void threadsThatAreHeldOneByOneAreNotSilent() throws Exception {
        try (RunningJvm jvm = Pressures.jvm(PressedProgram.class, output)
                        .jvmArguments(DebugSession.AGENT)
                        .start(HeldThreads.class.getName(), Pressed.Stalled.class.getName());
                DebugSession debugger =
                        DebugSession.attach(jvm, DebuggedJvmIT.class, "here", EventRequest.SUSPEND_EVENT_THREAD)) {
            assertThat(debugger.awaitHits(HeldThreads.TESTS)).allMatch(ThreadReference::isSuspended);
            LateSignals.sleep(LOOKING_AROUND);
            debugger.goOn();
            Pressures.assertSound(jvm.end(), HeldThreads.TESTS);
        }
    }

    /** Where the breakpoint is. */
    private static void here() {}

    @DetectStalls
    static class HeldThreads {
        static final int TESTS = 3;

        @Test
        void aWorkerBeforeATask() throws Exception {
            ExecutorService pool = Pools.fixed("held", 1);
            pool.execute(DebuggedJvmIT::here);
            pool.submit(() -> 1).get();
        }

        @Test
        void aThreadThatReleasesThePermits() throws Exception {
            ExecutorService pool = Pools.fixed("permits", 2);
            Semaphore permits = new Semaphore(0);
            Pools.daemon(
                            () -> {
                                here();
                                permits.release(2);
                            },
                            "releasing")
                    .start();
            Workers.onEachThread(pool, 2, () -> {
                pool.execute(permits::release);
                permits.acquire();
                return permits;
            });
        }

        @Test
        void aThreadThatCountsTheLatchDown() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            Pools.daemon(
                            () -> {
                                here();
                                signal.countDown();
                            },
                            "counting")
                    .start();
            signal.await();
        }
    }

    @Test
    void whoeverSwitchesLivelinessOffOnDebugSeesNoStall() {
        Outcome outcome = Pressures.jvm(PressedProgram.class, output)
                .jvmArguments(DebugSession.AGENT_ALONE, "-Dliveliness.mode=disabled_on_debug")
                .run(Stuck.class.getName());

        assertThat(outcome.lines()).contains("passed forAWhile");
    }

    @DetectStalls
    static class Stuck {
        @Test
        void forAWhile() throws Exception {
            Future<?> stuck = Stalls.startNestedGet(Pools.fixed("stuck", 1), 1).get(0);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> stuck.get(1, TimeUnit.SECONDS))
                    .withNoCause();
        }
    }
}
