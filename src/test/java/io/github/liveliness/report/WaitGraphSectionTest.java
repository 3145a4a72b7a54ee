package io.github.liveliness.report;

import static io.github.liveliness.report.Facts.IN_FUTURE_GET;
import static io.github.liveliness.report.Facts.MAIN;
import static io.github.liveliness.report.Facts.ORDER;
import static io.github.liveliness.report.Facts.ORDERS;
import static io.github.liveliness.report.Facts.PRICE;
import static io.github.liveliness.report.Facts.by;
import static io.github.liveliness.report.Facts.each;
import static io.github.liveliness.report.Facts.id;
import static io.github.liveliness.report.Facts.ids;
import static io.github.liveliness.report.Facts.join;
import static io.github.liveliness.report.Facts.pool;
import static io.github.liveliness.report.Facts.queued;
import static io.github.liveliness.report.Facts.running;
import static io.github.liveliness.report.Facts.task;
import static io.github.liveliness.report.Facts.thread;
import static io.github.liveliness.report.Facts.waiting;
import static io.github.liveliness.report.StallBuilder.stall;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitGraphSectionTest {

    @Test
    void aTaskWhoseSubmissionWasNotSeenIsToldWithoutIt() {
        assertThat(told(oneWorker(
                        waiting(Form.FUTURE_TASK, "FutureTask@1", queued(1, ORDERS, Tie.OWNER)),
                        task(1, "FutureTask@1"))))
                .containsExactly(
                        "Who waits for whom",
                        "  orders-1, WAITING for a future",
                        "      at com.acme.OrderService.price(OrderService.java:28)",
                        "    for FutureTask@1, number 1 of 1 in the queue of 'orders', submitted by somebody unseen");
    }

    @Test
    void aCycleOfLocksThatHasNoPartInTheStallIsNotTold() {
        StallBuilder stall = stall(Verdict.PROVEN, Kind.STARVATION)
                .waits(thread(
                        id(1),
                        "orders-1",
                        waiting(Form.FUTURE_TASK, "FutureTask@1", running(1, id(1), Tie.OWNER)),
                        List.of()))
                .sees(thread(id(2), "left", waiting(Form.LOCK, "Lock@2", new Waker.OwnerThread(id(3))), List.of()))
                .sees(thread(id(3), "right", waiting(Form.LOCK, "Lock@3", new Waker.OwnerThread(id(2))), List.of()))
                .lockCycleElsewhere(id(2), id(3));

        assertThat(WaitGraphSection.lines(stall.build(), Detail.EVERYTHING))
                .noneMatch(line -> line.contains("cycle of locks"));
    }

    @Test
    void aTaskSubmittedElsewhereShowsTheLine() {
        Waiting waiting = waiting(Form.FUTURE_TASK, "FutureTask@1", queued(1, ORDERS, Tie.OWNER));

        assertThat(told(oneWorker(waiting, task(1, "FutureTask@1", by("main", 90, ORDER)))))
                .endsWith(
                        "    for FutureTask@1, number 1 of 1 in the queue of 'orders', submitted 90 ms ago by main",
                        "    submitted",
                        "      at com.acme.OrderService.order(OrderService.java:19)");
    }

    @Test
    void aTaskSubmittedWhereItIsWaitedForSaysSo() {
        Waiting waiting = waiting(Form.FUTURE_TASK, "FutureTask@1", queued(1, ORDERS, Tie.OWNER));

        assertThat(told(oneWorker(waiting, task(1, "FutureTask@1", by("orders-1", 90, PRICE, ORDER)))))
                .endsWith("    submitted in that same line");
    }

    @Test
    void aTaskBeyondTheHundredThatAreListedIsStillInItsQueue() {
        Waiting waiting = waiting(Form.FUTURE_TASK, "FutureTask@1", queued(777, ORDERS, Tie.OWNER));

        assertThat(told(oneWorker(waiting, task(1, "FutureTask@1"))))
                .endsWith("    for FutureTask@1, somewhere in the queue of 'orders'");
    }

    @Test
    void aThreadAndAnExecutorOutsideThePictureGoByTheirNumbers() {
        Stall stall = stall(Verdict.LIKELY, Kind.STARVATION)
                .waits(thread(
                        id(1), "a", waiting(Form.LOCK, "ReentrantLock@1", new Waker.OwnerThread(id(42))), List.of()))
                .build();

        assertThat(told(stall))
                .containsExactly(
                        "Who waits for whom",
                        "  a, WAITING for a lock",
                        "    for ReentrantLock@1, which thread 42 holds");
    }

    @Test
    void theEndOfAThreadIsWaitedForByName() {
        Waiting waiting = waiting(Form.THREAD_END, "Thread@5", new Waker.OwnerThread(id(0)));

        assertThat(told(oneWorker(waiting, task(1, "FutureTask@1")))).endsWith("    for orders-1 to end");
    }

    @Test
    void candidatesAreOfferedAndNotClaimed() {
        Waiting waiting = waiting(
                Form.SEMAPHORE,
                "Semaphore@1",
                new Waker.OwnerThread(id(0)),
                running(8, MAIN, Tie.CANDIDATE),
                new Waker.Unknown("any thread may release a permit"));

        assertThat(told(oneWorker(waiting, task(1, "FutureTask@1"))))
                .endsWith(
                        "    for Semaphore@1; who could end this:",
                        "      orders-1",
                        "      the task that thread 100000 is running",
                        "      somebody unseen: any thread may release a permit");
    }

    @Test
    void aSingleCandidateIsNoOwner() {
        Waiting waiting = waiting(Form.LATCH, "CountDownLatch@1", queued(1, ORDERS, Tie.CANDIDATE));

        assertThat(told(oneWorker(waiting, task(1, "FutureTask@1"))))
                .contains("    for CountDownLatch@1; who could end this:");
    }

    @Test
    void aTimedWaitTellsWhenItGivesUp() {
        Waiting unknown = new Waiting(
                Form.QUEUE,
                "LinkedBlockingQueue@1",
                new Limit.Timed(Optional.empty()),
                List.of(new Waker.Unknown("?")));

        assertThat(told(oneWorker(unknown, task(1, "FutureTask@1"))))
                .contains("    for LinkedBlockingQueue@1 (gives up at an unknown time); who could end this:");
    }

    @Test
    void twentyThreadsThatWaitForOneThingAreToldOnce() {
        Waiting waiting = waiting(Form.LATCH, "CountDownLatch@1", new Waker.Unknown("any thread may count it down"));
        Stall stall = stall(Verdict.LIKELY, Kind.STARVATION)
                .waits(each(20, i -> thread(id(i), "w-" + i, waiting, List.of(PRICE))))
                .build();

        assertThat(WaitGraphSection.lines(stall, Detail.forHead(true).get(2)))
                .containsExactly(
                        "Who waits for whom",
                        "  w-0, w-1, w-2, w-3, w-4 and 15 more, WAITING for a latch",
                        "      at com.acme.OrderService.price(OrderService.java:28)",
                        "    for CountDownLatch@1; who could end this:",
                        "      somebody unseen: any thread may count it down");
    }

    @Test
    void twentyThreadsThatWaitInOneLineShareTheLine() {
        List<ThreadState> workers = each(
                20,
                i -> thread(
                        id(i),
                        "w-" + i,
                        waiting(Form.FUTURE_TASK, "FutureTask@" + i, queued(i, ORDERS, Tie.OWNER)),
                        join(IN_FUTURE_GET, List.of(PRICE))));
        List<TaskState> backlog = each(20, i -> task(i, "FutureTask@" + i, by("w-" + i, 90, PRICE)));
        Stall stall = stall(Verdict.PROVEN, Kind.STARVATION)
                .stuck(pool(ORDERS, "orders", ids(0, 20), backlog))
                .waits(workers)
                .build();

        assertThat(WaitGraphSection.lines(stall, Detail.forHead(true).get(3)))
                .containsExactly(
                        "Who waits for whom",
                        "  20 threads, WAITING for a future",
                        "      at com.acme.OrderService.price(OrderService.java:28)",
                        "    w-0 for FutureTask@0, number 1 of 20 in the queue of 'orders', submitted 90 ms ago by w-0",
                        "    w-1 for FutureTask@1, number 2 of 20 in the queue of 'orders', submitted 90 ms ago by w-1",
                        "    w-2 for FutureTask@2, number 3 of 20 in the queue of 'orders', submitted 90 ms ago by w-2",
                        "    and 17 more, see the full report",
                        "    submitted in that same line");
    }

    @Test
    void executorsOfOneNameAreToldApart() {
        Stall stall = stall(Verdict.PROVEN, Kind.STARVATION)
                .stuck(pool(new ExecutorId(5), "orders", List.of(), List.of()))
                .stuck(pool(ORDERS, "orders", ids(0, 1), List.of(task(1, "FutureTask@1"))))
                .waits(thread(
                        id(0),
                        "orders-1",
                        waiting(Form.FUTURE_TASK, "FutureTask@1", queued(1, ORDERS, Tie.OWNER)),
                        List.of()))
                .build();

        assertThat(told(stall)).last().asString().contains("in the queue of 'orders' #1");
    }

    @Test
    void withoutAGraphThereIsNoSection() {
        assertThat(told(stall(Verdict.SUSPECTED, Kind.NO_PROGRESS).build())).isEmpty();
    }

    private static Stall oneWorker(Waiting waiting, TaskState queued) {
        return stall(Verdict.LIKELY, Kind.STARVATION)
                .stuck(pool(ORDERS, "orders", ids(0, 1), List.of(queued)))
                .waits(thread(id(0), "orders-1", waiting, join(IN_FUTURE_GET, List.of(PRICE))))
                .build();
    }

    private static List<String> told(Stall stall) {
        return WaitGraphSection.lines(stall, Detail.EVERYTHING).toList();
    }
}
