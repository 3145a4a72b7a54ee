package io.github.liveliness.report;

import static io.github.liveliness.report.Facts.MAIN;
import static io.github.liveliness.report.Facts.ORDERS;
import static io.github.liveliness.report.Facts.STOCK;
import static io.github.liveliness.report.Facts.id;
import static io.github.liveliness.report.Facts.ids;
import static io.github.liveliness.report.Facts.pool;
import static io.github.liveliness.report.Facts.thread;
import static io.github.liveliness.report.Facts.waiting;
import static io.github.liveliness.report.StallBuilder.stall;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdviserTest {

    @ParameterizedTest
    @CsvSource({
        "FUTURE_TASK, NESTED_TASK",
        "FORK_JOIN_TASK, NESTED_TASK",
        "COMPLETABLE_FUTURE, JOINED_STAGE",
        "LATCH, MISSING_SIGNAL",
        "SEMAPHORE, MISSING_SIGNAL",
        "BARRIER, MISSING_SIGNAL",
        "QUEUE, MISSING_SIGNAL",
        "CONDITION, MISSING_SIGNAL",
        "MONITOR_WAIT, MISSING_SIGNAL",
        "LOCK, WAIT_UNDER_LOCK",
        "MONITOR_ENTRY, WAIT_UNDER_LOCK"
    })
    void starvationIsCuredByWhatTheWorkersWaitFor(Form form, Advice advice) {
        StallBuilder starved = starved(Verdict.PROVEN).waits(waiter(0, form));

        assertThat(Adviser.advise(starved.build())).containsExactly(advice);
    }

    @Test
    void theWaitOfTheTestIsNotTheOneToChange() {
        StallBuilder starved = starved(Verdict.LIKELY)
                .waits(waiter(MAIN.number(), Form.FUTURE_TASK))
                .waits(waiter(0, Form.LATCH));

        assertThat(Adviser.advise(starved.build())).containsExactly(Advice.MISSING_SIGNAL);
    }

    @Test
    void withoutKnownWorkersAllThatWaitCount() {
        StallBuilder starved = stall(Verdict.LIKELY, Kind.STARVATION).waits(waiter(0, Form.LATCH));

        assertThat(Adviser.advise(starved.build())).containsExactly(Advice.MISSING_SIGNAL);
    }

    @Test
    void noAdviceIsGivenTwice() {
        StallBuilder starved =
                starved(Verdict.LIKELY).waits(waiter(0, Form.LATCH)).waits(waiter(1, Form.SEMAPHORE));

        assertThat(Adviser.advise(starved.build())).containsExactly(Advice.MISSING_SIGNAL);
    }

    @Test
    void aLockHeldAcrossAWaitGetsAdviceForBothSides() {
        StallBuilder starved = starved(Verdict.PROVEN)
                .waits(waiter(0, Form.FUTURE_TASK))
                .waits(waiter(1, Form.MONITOR_ENTRY))
                .waits(waiter(2, Form.MONITOR_ENTRY));

        assertThat(Adviser.advise(starved.build())).containsExactly(Advice.NESTED_TASK, Advice.WAIT_UNDER_LOCK);
    }

    @Test
    void executorsInACircleAreToldToWaitOneWay() {
        StallBuilder circle = stall(Verdict.PROVEN, Kind.DEADLOCK)
                .stuck(pool(ORDERS, "orders", ids(0, 1), List.of()))
                .stuck(pool(STOCK, "stock", ids(1, 1), List.of()))
                .waits(waiter(0, Form.FUTURE_TASK))
                .waits(waiter(1, Form.FUTURE_TASK));

        assertThat(Adviser.advise(circle.build())).containsExactly(Advice.CIRCLE_OF_EXECUTORS);
        assertThat(Adviser.advise(circle.waits(waiter(0, Form.LOCK)).build()))
                .containsExactly(Advice.CIRCLE_OF_EXECUTORS, Advice.WAIT_UNDER_LOCK);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "MONITOR_ENTRY"})
    void locksInACircleAreToldToKeepAnOrder(Form form) {
        StallBuilder cycle =
                stall(Verdict.PROVEN, Kind.DEADLOCK).waits(waiter(1, form)).waits(waiter(2, form));

        assertThat(Adviser.advise(cycle.build())).containsExactly(Advice.LOCK_ORDER);
    }

    @Test
    void aCycleThatTheJvmReportsIsOneOfLocksWhoeverElseWaits() {
        StallBuilder cycle = stall(Verdict.PROVEN, Kind.DEADLOCK)
                .waits(waiter(MAIN.number(), Form.FUTURE_TASK))
                .waits(waiter(1, Form.LOCK))
                .lockCycle(id(1));

        assertThat(Adviser.advise(cycle.build())).containsExactly(Advice.LOCK_ORDER);
    }

    @Test
    void aTimeOutIsNoCure() {
        StallBuilder timed =
                starved(Verdict.LIKELY).waits(waiter(0, Form.FUTURE_TASK)).endsByItself(Duration.ofSeconds(18));

        assertThat(Adviser.advise(timed.build())).containsExactly(Advice.NESTED_TASK, Advice.TIME_OUT);
    }

    @Test
    void whatIsNotProvenAsksForALook() {
        assertThat(Adviser.advise(
                        starved(Verdict.SUSPECTED).waits(waiter(0, Form.LATCH)).build()))
                .containsExactly(Advice.MISSING_SIGNAL, Advice.NOT_PROVEN);
        assertThat(Adviser.advise(stall(Verdict.LIKELY, Kind.NO_PROGRESS)
                        .waits(waiter(0, Form.LATCH))
                        .build()))
                .containsExactly(Advice.NOT_PROVEN);
    }

    @Test
    void whatNobodyCanNameAsksForALook() {
        assertThat(Adviser.advise(
                        starved(Verdict.LIKELY).waits(waiter(0, Form.OTHER)).build()))
                .containsExactly(Advice.NOT_PROVEN);
    }

    @Test
    void whoWaitsForNobodyIsToldToLookForWhoIsGone() {
        StallBuilder abandoned = stall(Verdict.PROVEN, Kind.ABANDONED).waits(waiter(0, Form.LATCH));

        assertThat(Adviser.advise(abandoned.build())).containsExactly(Advice.NOBODY_LEFT);
    }

    @Test
    void busyWorkIsCalledSlow() {
        assertThat(Adviser.advise(stall(Verdict.BUSY, Kind.NO_PROGRESS).build()))
                .containsExactly(Advice.SLOW);
    }

    @Test
    void aLargerExecutorIsNoCureForNestedTasks() {
        StallBuilder starved = starved(Verdict.PROVEN).waits(waiter(0, Form.FUTURE_TASK));
        String caution = "  More threads only put the stall off, until as many such callers meet.";

        assertThat(FixSection.lines(starved.build(), Detail.EVERYTHING)).last().isEqualTo(caution);
        assertThat(FixSection.lines(starved.rescue(lent(false, Effect.NONE)).build(), Detail.EVERYTHING))
                .last()
                .isEqualTo(caution);
        assertThat(FixSection.lines(
                        starved.rescue(lent(true, Effect.BODY_ENDED)).build(), Detail.EVERYTHING))
                .last()
                .isEqualTo("  Raising 'orders' to 5 threads only puts the stall off, until 5 such callers meet.");
        assertThat(FixSection.lines(
                        starved.rescue(lent(true, Effect.WORKERS_WENT_ON)).build(), Detail.EVERYTHING))
                .last()
                .isEqualTo("  Raising 'orders' to 5 threads only puts the stall off, until 5 such callers meet.");
    }

    @Test
    void noThreadsAreAdvisedWhereMoreOfThemDidNotEndTheWait() {
        StallBuilder starved = starved(Verdict.PROVEN).waits(waiter(0, Form.FUTURE_TASK));

        assertThat(FixSection.lines(starved.rescue(lent(true, Effect.NONE)).build(), Detail.EVERYTHING))
                .noneMatch(line -> line.contains("put the stall off") || line.contains("puts the stall off"));
    }

    @Test
    void aLargerExecutorMayCureAMissingSignal() {
        assertThat(FixSection.lines(
                        starved(Verdict.LIKELY).waits(waiter(0, Form.BARRIER)).build(), Detail.EVERYTHING))
                .noneMatch(line -> line.contains("put the stall off"));
    }

    private static StallBuilder starved(Verdict verdict) {
        return stall(verdict, Kind.STARVATION).stuck(pool(ORDERS, "orders", ids(0, 3), List.of()));
    }

    private static RescueLog lent(boolean drained, Effect effect) {
        return new RescueLog(List.of(), Optional.of(new Experiment("orders", 4, 1, drained, effect)));
    }

    private static ThreadState waiter(long number, Form form) {
        return thread(id(number), "t", waiting(form, "x", new Waker.Unknown("?")), List.of());
    }
}
