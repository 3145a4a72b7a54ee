package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.LockStalls;
import io.github.liveliness.testing.SignalStalls;
import io.github.liveliness.testing.Stalls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure each kind of wait makes us, what is wrong, and which executors are named. */
class VerdictsTest {
    private static Launched tests;

    /** All at once, since a likely stall is given two seconds. */
    @BeforeAll
    static void launch() {
        tests = Launched.inParallel(22).run(Forms.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nested get               | PROVEN | STARVATION | orders
                    nested invokeAll         | PROVEN | STARVATION | orders
                    single thread            | PROVEN | STARVATION | single
                    behind a running task    | PROVEN | STARVATION | orders, reports
                    two pools                | PROVEN | DEADLOCK   | left, right
                    three pools              | PROVEN | DEADLOCK   | east, north, west
                    monitor held across get  | LIKELY | DEADLOCK   | orders
                    scheduled pool           | LIKELY | STARVATION | timer
                    growing on overflow      | LIKELY | STARVATION | orders
                    joined future            | LIKELY | STARVATION | orders
                    allOf                    | LIKELY | STARVATION | orders
                    latch                    | LIKELY | STARVATION | orders
                    semaphore                | LIKELY | STARVATION | orders
                    blocking queue           | LIKELY | STARVATION | orders
                    barrier                  | LIKELY | STARVATION | orders
                    condition                | LIKELY | STARVATION | orders
                    fork-join pool and latch | LIKELY | STARVATION | fork-join
                    """)
    void theVerdictFollowsFromTheWait(String wait, Verdict verdict, Kind kind, String executors) {
        Stall stall = stallOf(wait);

        assertThat(stall.verdict()).as(stall.sentence()).isEqualTo(verdict);
        assertThat(stall.kind()).as(stall.sentence()).isEqualTo(kind);
        assertThat(stall.executors()).as(stall.sentence()).containsExactly(executors.split(", "));
    }

    /** All at the same time, and each is told of its own threads only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    two monitors           | one       | other     |
                    two locks              | one       | other     |
                    a monitor and a lock   | locking   | entering  |
                    two monitors in a pool | guarded-1 | guarded-2 | guarded
                    two locks in a pool    | guarded-1 | guarded-2 | guarded
                    """)
    void aCycleOfLocksIsAProvenDeadlock(String wait, String one, String other, @Nullable String executor) {
        Stall stall = stallOf(wait);

        assertThat(stall.verdict()).as(stall.sentence()).isEqualTo(Verdict.PROVEN);
        assertThat(stall.kind()).as(stall.sentence()).isEqualTo(Kind.DEADLOCK);
        assertThat(stall.executors())
                .as(stall.sentence())
                .isEqualTo(Optional.ofNullable(executor).stream().toList());
        assertThat(stall.sentence())
                .startsWith("'" + one + "' and '" + other + "' each hold a lock that the other one waits for,");
        assertThat(stall.evidence().ruledOut().lockCycle()).isTrue();
    }

    @Test
    void aCycleOfLocksThatAnEarlierTestLeftIsNoPartOfALaterStall() {
        StallError later = Launched.run(AfterADeadlock.class).stallOf("waitsForAMonitor");

        assertThat(later.stall().executors()).containsExactly("orders");
        assertThat(later.stall().evidence().ruledOut().lockCycle()).isFalse();
        assertThat(later).hasMessageContaining("a cycle of locks: the JVM reports none among these threads");
    }

    @DetectStalls
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class AfterADeadlock {
        @Test
        @Order(1)
        void deadlocks() throws Exception {
            LockStalls.twoMonitorsWithoutAPool();
        }

        @Test
        @Order(2)
        void waitsForAMonitor() throws Exception {
            LockStalls.monitorHeldAcrossAGet();
        }
    }

    private static Stall stallOf(String wait) {
        return tests.stallOf("waits[" + (Forms.NAMES.indexOf(wait) + 1) + "]").stall();
    }

    @DetectStalls
    static class Forms {
        private static final List<DynamicTest> ALL = Stream.of(
                        dynamicTest("nested get", Stalls::nestedGet),
                        dynamicTest("nested invokeAll", Stalls::nestedInvokeAll),
                        dynamicTest("single thread", Stalls::singleThread),
                        dynamicTest("behind a running task", Stalls::waitingForARunningTaskOfAStuckPool),
                        dynamicTest("two pools", () -> Stalls.ring("left", "right")),
                        dynamicTest("three pools", () -> Stalls.ring("north", "east", "west")),
                        dynamicTest("two monitors", LockStalls::twoMonitorsWithoutAPool),
                        dynamicTest("two locks", LockStalls::twoLocksWithoutAPool),
                        dynamicTest("a monitor and a lock", LockStalls::aMonitorAndALock),
                        dynamicTest("two monitors in a pool", LockStalls::twoMonitorsInAPool),
                        dynamicTest("two locks in a pool", LockStalls::twoLocksInAPool),
                        dynamicTest("monitor held across get", LockStalls::monitorHeldAcrossAGet),
                        dynamicTest("scheduled pool", Stalls::scheduledPool),
                        dynamicTest("growing on overflow", Stalls::growingOnOverflow),
                        dynamicTest("joined future", Stalls::joinedFuture),
                        dynamicTest("allOf", Stalls::allOf),
                        dynamicTest("latch", SignalStalls::latch),
                        dynamicTest("semaphore", SignalStalls::semaphore),
                        dynamicTest("blocking queue", SignalStalls::blockingQueue),
                        dynamicTest("barrier", SignalStalls::barrier),
                        dynamicTest("condition", SignalStalls::condition),
                        dynamicTest("fork-join pool and latch", SignalStalls::forkJoinPoolAndLatch))
                .toList();
        private static final List<String> NAMES =
                ALL.stream().map(DynamicTest::getDisplayName).toList();

        @TestFactory
        List<DynamicTest> waits() {
            return ALL;
        }
    }
}
