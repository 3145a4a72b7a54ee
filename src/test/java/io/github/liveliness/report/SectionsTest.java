package io.github.liveliness.report;

import static io.github.liveliness.report.Facts.MAIN;
import static io.github.liveliness.report.Facts.ORDER;
import static io.github.liveliness.report.Facts.ORDERS;
import static io.github.liveliness.report.Facts.PRICE;
import static io.github.liveliness.report.Facts.STOCK;
import static io.github.liveliness.report.Facts.TEST;
import static io.github.liveliness.report.Facts.id;
import static io.github.liveliness.report.Facts.pool;
import static io.github.liveliness.report.Facts.running;
import static io.github.liveliness.report.Facts.thread;
import static io.github.liveliness.report.Facts.waiting;
import static io.github.liveliness.report.StallBuilder.stall;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.OpenCall;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.RescueLog.Outcome;
import io.github.liveliness.model.RescueLog.Step;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short sections: each tells what it knows, and is silent where it knows nothing. */
class SectionsTest {

    private final StallBuilder stall = stall(Verdict.PROVEN, Kind.STARVATION);

    @ParameterizedTest
    @CsvSource({
        "PROVEN, STARVATION, STARVATION (proven) in ATest.a()",
        "LIKELY, DEADLOCK, DEADLOCK (likely) in ATest.a()",
        "SUSPECTED, NO_PROGRESS, 'NO PROGRESS (stalled, not proven) in ATest.a()'",
        "BUSY, NO_PROGRESS, 'NO PROGRESS (busy, not stalled) in ATest.a()'"
    })
    void theHeadlineNamesKindVerdictAndTest(Verdict verdict, Kind kind, String headline) {
        StallBuilder found = stall(verdict, kind).test("ATest.a()").sentence("it hangs");

        assertThat(Headline.lines(found.build(), Detail.EVERYTHING)).containsExactly(headline, "", "It hangs.");
    }

    @Test
    void theHeadlineNamesTheTestThatTheStallComesFrom() {
        StallBuilder found =
                stall(Verdict.PROVEN, Kind.STARVATION).sentence("it hangs").since("ATest.b()");

        assertThat(Headline.lines(
                        found.stuck(pool(ORDERS, "orders", List.of(), List.of()))
                                .build(),
                        Detail.EVERYTHING))
                .endsWith("It hangs.", "This executor has been stuck since ATest.b().");
        assertThat(Headline.lines(
                        found.stuck(pool(STOCK, "stock", List.of(), List.of())).build(), Detail.EVERYTHING))
                .endsWith("It hangs.", "These executors have been stuck since ATest.b().");
    }

    @Test
    void callsThatHaveNotReturnedAreToldByTheirNames() {
        ThreadState one = sitting(1);
        ThreadState two = sitting(2);
        ThreadState three = sitting(3);

        assertThat(OpenCallSection.lines(
                        stall.sees(one)
                                .sees(two)
                                .sees(three)
                                .sits(new OpenCall(one.id(), "Files.readString", Optional.of(Duration.ofMillis(1200))))
                                .sits(new OpenCall(two.id(), "CountDownLatch.await", Optional.empty()))
                                .sits(new OpenCall(three.id(), "Files.readString", Optional.of(Duration.ofMillis(40))))
                                .build(),
                        Detail.EVERYTHING))
                .containsExactly(
                        "Calls that have not returned",
                        "  Files.readString, for 1.2 s, by orders-1 and orders-3",
                        "  CountDownLatch.await, by orders-2");
    }

    private static ThreadState sitting(long number) {
        return new ThreadState(
                id(number), "orders-" + number, Thread.State.RUNNABLE, new Activity.Running(), List.of(PRICE));
    }

    @Test
    void figuresOfAnExecutorThatMayGrow() {
        ExecutorState executor = executor(ExecutorState.Kind.THREAD_POOL, new Size(2, 8, 3, Growth.OPEN), 1_234_567);

        assertThat(ExecutorSection.lines(stall.stuck(executor).build(), Detail.EVERYTHING))
                .containsExactly(
                        "Executor",
                        "  'orders' (a lambda in Pools), no progress for 0.6 s",
                        "      3 threads (core 2, maximum 8, may grow); 250 tasks queued, 1,234,567 completed");
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, cannot grow", "ON_OVERFLOW, grows when its queue overflows", "OPEN, may grow"})
    void anExecutorTellsWhenItGrows(Growth growth, String words) {
        ExecutorState executor = executor(ExecutorState.Kind.THREAD_POOL, new Size(1, 2, 1, growth), 0);

        assertThat(ExecutorSection.lines(stall.stuck(executor).build(), Detail.EVERYTHING))
                .last()
                .asString()
                .contains("(core 1, maximum 2, " + words + ")");
    }

    @Test
    void whatAnOverflowWouldDoIsToldOfStuckExecutorsThatGrowOnIt() {
        ExecutorState growing = executor(ExecutorState.Kind.THREAD_POOL, new Size(1, 2, 1, Growth.ON_OVERFLOW), 0);

        assertThat(CertaintySection.lines(
                        stall(Verdict.LIKELY, Kind.STARVATION).stuck(growing).build(), Detail.EVERYTHING))
                .endsWith("  A task that overflows the queue of 'orders' would start another thread,"
                        + " which then takes queued tasks.");
        assertThat(CertaintySection.lines(
                        stall(Verdict.LIKELY, Kind.STARVATION)
                                .stuck(pool(STOCK, "stock", List.of(), List.of()))
                                .beside(growing)
                                .build(),
                        Detail.EVERYTHING))
                .noneMatch(line -> line.contains("overflows"));
    }

    @Test
    void anExecutorSeenFromOutsideHasNoInventedFigures() {
        ExecutorState executor = executor(ExecutorState.Kind.OPAQUE, new Size(0, 0, 0, Growth.OPEN), 0);

        assertThat(ExecutorSection.lines(stall.stuck(executor).build(), Detail.EVERYTHING))
                .last()
                .isEqualTo("      seen from outside only; 250 tasks queued");
    }

    @Test
    void executorsStandInTheOrderOfTheSnapshot() {
        LongStream.rangeClosed(1, 9)
                .map(number -> 10 - number)
                .forEach(number -> stall.stuck(pool(new ExecutorId(number), "pool-" + number, List.of(), List.of())));

        assertThat(ExecutorSection.lines(stall.build(), Detail.EVERYTHING).filter(line -> line.contains("'")))
                .extracting(line -> line.substring(3, 9))
                .containsExactly(
                        "pool-9", "pool-8", "pool-7", "pool-6", "pool-5", "pool-4", "pool-3", "pool-2", "pool-1");
    }

    @Test
    void executorsOutsideTheKnotAreLeftOut() {
        stall.stuck(pool(ORDERS, "orders", List.of(), List.of())).beside(pool(STOCK, "stock", List.of(), List.of()));

        assertThat(ExecutorSection.lines(stall.build(), Detail.EVERYTHING))
                .hasSize(3)
                .noneMatch(line -> line.contains("stock"));
    }

    @Test
    void withoutAKnotTheExecutorsThatTheStallNamesAreTold() {
        stall.beside(pool(STOCK, "stock", List.of(), List.of()));

        assertThat(ExecutorSection.lines(stall.build(), Detail.EVERYTHING)).anyMatch(line -> line.contains("'stock'"));
    }

    @Test
    void whoCouldStillEndItIsNamed() {
        stall.mover("timer-1, which sleeps").mover("main, which runs");

        assertThat(CertaintySection.lines(stall.build(), Detail.EVERYTHING))
                .endsWith("  Could still end this:", "    timer-1, which sleeps", "    main, which runs");
    }

    @Test
    void aTimeOutThatEndsItIsTold() {
        assertThat(CertaintySection.lines(
                        stall.endsByItself(Duration.ofSeconds(18)).build(), Detail.EVERYTHING))
                .contains("  A time-out would end this in 18 s.");
        assertThat(CertaintySection.lines(stall.endsByItself(Duration.ZERO).build(), Detail.EVERYTHING))
                .contains("  A time-out would end this, at a time that was not seen.");
    }

    @Test
    void workThatUsedTheProcessorIsNotRuledOut() {
        stall.silence(Duration.ofSeconds(1));

        assertThat(RuledOutSection.lines(stall.workerCpu(Duration.ofMillis(100)).build(), Detail.EVERYTHING))
                .doesNotContain("Not ruled out");
        assertThat(RuledOutSection.lines(stall.workerCpu(Duration.ofMillis(101)).build(), Detail.EVERYTHING))
                .endsWith("Not ruled out", "  slow work: the workers used 101 ms of processor time in 1 s");
    }

    @Test
    void aLockCycleThatTheJvmReportsIsNotRuledOut() {
        assertThat(RuledOutSection.lines(Stalls.lockCycle(), Detail.EVERYTHING))
                .noneMatch(line -> line.contains("a cycle of locks"));
    }

    @Test
    void limitsAreToldOneALine() {
        stall.limit("The agent is not loaded: submit sites are missing.").limit("Heap not dumped.");

        assertThat(LimitsSection.lines(stall.build(), Detail.EVERYTHING))
                .containsExactly(
                        "Not seen", "  The agent is not loaded: submit sites are missing.", "  Heap not dumped.");
    }

    @Test
    void withoutLimitsNothingIsSaidAboutThem() {
        assertThat(LimitsSection.lines(stall.build(), Detail.EVERYTHING)).isEmpty();
    }

    @Test
    void anExperimentThatEndedTheBodyTellsHowManyThreadsWereEnough() {
        assertThat(experiment(2, true, Effect.BODY_ENDED))
                .containsExactly(
                        "Experiment",
                        "  'orders' had 1 thread and was lent 2 more: "
                                + "the test body ended, so 3 threads were enough here.");
    }

    @Test
    void anExperimentThatFreedTheWorkersAloneTellsThatTheBodyDidNotEnd() {
        assertThat(experiment(2, true, Effect.WORKERS_WENT_ON))
                .last()
                .isEqualTo("  'orders' had 1 thread and was lent 2 more: its threads did all their work, "
                        + "so 3 threads were enough here. The test body did not end.");
    }

    @ParameterizedTest
    @CsvSource({"1, it", "2, they"})
    void anExperimentThatOnlyMadeTheQueueShorterSaysSo(int lent, String pronoun) {
        assertThat(experiment(lent, true, Effect.NONE))
                .last()
                .isEqualTo("  'orders' had 1 thread and was lent " + lent + " more: " + pronoun
                        + " took the queued tasks, and the wait did not end.");
    }

    @Test
    void anExperimentWhoseTimeRanOutConcludesNothing() {
        assertThat(experiment(4, false, Effect.NONE))
                .last()
                .isEqualTo("  'orders' had 1 thread and was lent 4 more: its backlog did not drain in time.");
    }

    @Test
    void eachStepOfTheRescueTellsItsOutcome() {
        RescueLog done = new RescueLog(
                List.of(
                        new Step("lent no threads: liveliness.lend = false", Outcome.SKIPPED, Duration.ZERO),
                        new Step("interrupted the test thread", Outcome.BODY_STILL_STUCK, Duration.ofMillis(300)),
                        new Step("completed 2 futures", Outcome.BODY_ENDED, Duration.ofMillis(712))),
                Optional.empty());

        assertThat(RescueSection.steps(stall.rescue(done).build(), Detail.EVERYTHING))
                .containsExactly(
                        "What was done to end the test body",
                        "  lent no threads: liveliness.lend = false (skipped)",
                        "  interrupted the test thread; the body was still stuck 300 ms after the verdict",
                        "  completed 2 futures; the body ended 0.7 s after the verdict");
    }

    @Test
    void withoutARescueNothingIsSaidAboutIt() {
        assertThat(RescueSection.steps(stall.build(), Detail.EVERYTHING)).isEmpty();
        assertThat(RescueSection.experiment(stall.build(), Detail.EVERYTHING)).isEmpty();
    }

    @Test
    void threadsWhoseStackWasNotSeenHaveNone() {
        Waiting waiting = waiting(Form.OTHER, "x", new Waker.Unknown("?"));
        stall.waits(thread(id(1), "a", waiting, List.of(PRICE))).waits(thread(id(2), "b", waiting, List.of()));

        assertThat(StackSection.lines(stall.build(), Detail.EVERYTHING))
                .containsExactly(
                        "Stacks (1 thread, 1 distinct)",
                        "  [a]",
                        "      at com.acme.OrderService.price(OrderService.java:28)");
    }

    @Test
    void workersThatHaveNoPartInItAreLeftOut() {
        Waiting unknown = waiting(Form.OTHER, "x", new Waker.Unknown("?"));
        Waiting forThird = waiting(Form.OTHER, "y", running(7, id(3), Tie.CANDIDATE));
        stall.stuck(pool(ORDERS, "orders", List.of(id(1)), List.of()))
                .beside(pool(STOCK, "stock", List.of(id(2), id(3)), List.of()))
                .waits(thread(id(1), "orders-1", forThird, List.of(PRICE)))
                .sees(thread(id(2), "stock-1", unknown, List.of(ORDER)))
                .sees(thread(id(3), "stock-2", unknown, List.of(ORDER)))
                .sees(thread(MAIN, "main", unknown, List.of(TEST)));

        assertThat(StackSection.lines(stall.build(), Detail.EVERYTHING))
                .contains("  [orders-1]", "  [stock-2]", "  [main]")
                .doesNotContain("  [stock-1]", "  [stock-1 and stock-2] 2 threads");
    }

    @Test
    void longStacksAreCutAndSaySo() {
        Waiting waiting = waiting(Form.OTHER, "x", new Waker.Unknown("?"));
        stall.waits(thread(id(1), "deep", waiting, Collections.nCopies(100, PRICE)));

        assertThat(StackSection.lines(stall.build(), Detail.forHead(true).get(4)))
                .hasSize(7)
                .last()
                .isEqualTo("      ... 96 more lines, see the full report");
        assertThat(StackSection.lines(stall.build(), Detail.EVERYTHING)).hasSize(102);
    }

    private Stream<String> experiment(int lent, boolean drained, Effect effect) {
        Experiment experiment = new Experiment("orders", 1, lent, drained, effect);
        RescueLog log = new RescueLog(List.of(), Optional.of(experiment));
        return RescueSection.experiment(stall.rescue(log).build(), Detail.EVERYTHING);
    }

    private static ExecutorState executor(ExecutorState.Kind kind, Size size, long completed) {
        return new ExecutorState(
                ORDERS,
                "orders",
                "com.acme.Pools$$Lambda/0x1f@2",
                kind,
                ScopeId.RUN,
                size,
                List.of(),
                List.of(),
                250,
                completed);
    }
}
