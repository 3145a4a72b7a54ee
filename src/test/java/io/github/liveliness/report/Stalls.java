package io.github.liveliness.report;

import static io.github.liveliness.report.Facts.IN_FUTURE_GET;
import static io.github.liveliness.report.Facts.MAIN;
import static io.github.liveliness.report.Facts.ORDER;
import static io.github.liveliness.report.Facts.ORDERS;
import static io.github.liveliness.report.Facts.PARKED;
import static io.github.liveliness.report.Facts.PRICE;
import static io.github.liveliness.report.Facts.STOCK;
import static io.github.liveliness.report.Facts.TEST;
import static io.github.liveliness.report.Facts.TEST_RUN;
import static io.github.liveliness.report.Facts.WORKER;
import static io.github.liveliness.report.Facts.by;
import static io.github.liveliness.report.Facts.each;
import static io.github.liveliness.report.Facts.frame;
import static io.github.liveliness.report.Facts.id;
import static io.github.liveliness.report.Facts.ids;
import static io.github.liveliness.report.Facts.jdk;
import static io.github.liveliness.report.Facts.join;
import static io.github.liveliness.report.Facts.pool;
import static io.github.liveliness.report.Facts.queued;
import static io.github.liveliness.report.Facts.running;
import static io.github.liveliness.report.Facts.task;
import static io.github.liveliness.report.Facts.thread;
import static io.github.liveliness.report.Facts.waiting;
import static io.github.liveliness.report.StallBuilder.stall;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.RescueLog.Outcome;
import io.github.liveliness.model.RescueLog.Step;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One stall of each pattern. */
final class Stalls {

    private static final StackTraceElement AWAIT = frame("com.acme.Batch.finish", 44);

    private Stalls() {}

    /** Each worker submits a task to its own pool and waits for it. */
    static StallBuilder nestedGet(int threads) {
        List<TaskState> backlog =
                each(threads, i -> task(i, "FutureTask@" + (21045 + i), by("orders-" + (i + 1), 640, PRICE, ORDER)));
        List<ThreadState> workers = each(
                threads,
                i -> thread(
                        id(i),
                        "orders-" + (i + 1),
                        waiting(Form.FUTURE_TASK, "FutureTask@" + (21045 + i), queued(i, ORDERS, Tie.OWNER)),
                        inOrder(IN_FUTURE_GET)));
        return stall(Verdict.PROVEN, Kind.STARVATION)
                .sentence("all " + threads + " of " + threads
                        + " threads of executor 'orders' wait for tasks that are queued behind them"
                        + " in the same executor, so none of them can ever finish")
                .stuck(pool(ORDERS, "orders", ids(0, threads), backlog))
                .waits(workers)
                .waits(testThread(
                        waiting(Form.FUTURE_TASK, "FutureTask@77", running(900, id(0), Tie.OWNER)), IN_FUTURE_GET));
    }

    static Stall nestedGetWithExperiment() {
        return nestedGet(4)
                .pause(Duration.ofMillis(12))
                .rescue(new RescueLog(
                        List.of(
                                new Step(
                                        "lent 1 thread to \"orders\", which had 4: its backlog drained",
                                        Outcome.BODY_ENDED,
                                        Duration.ofMillis(14)),
                                new Step(
                                        "did not interrupt the test thread: its body had just ended",
                                        Outcome.SKIPPED,
                                        Duration.ZERO)),
                        Optional.of(new Experiment("orders", 4, 1, true, Effect.BODY_ENDED))))
                .build();
    }

    static Stall completableFuture() {
        List<StackTraceElement> joining = join(
                PARKED,
                List.of(
                        jdk("java.util.concurrent.CompletableFuture$Signaller.block", 1864),
                        jdk("java.util.concurrent.CompletableFuture.join", 2117)));
        List<ThreadState> workers = each(
                2,
                i -> thread(
                        id(i),
                        "orders-" + (i + 1),
                        waiting(
                                Form.COMPLETABLE_FUTURE,
                                "CompletableFuture@" + (500 + i),
                                queued(i, ORDERS, Tie.CANDIDATE),
                                new Waker.Unknown("any thread that holds the future may complete it")),
                        inOrder(joining)));
        return stall(Verdict.LIKELY, Kind.STARVATION)
                .sentence(
                        "all 2 of 2 threads of executor 'orders' wait for tasks that are queued behind them in the same"
                                + " executor, and nobody is known who could end that")
                .stuck(pool(
                        ORDERS,
                        "orders",
                        ids(0, 2),
                        each(2, i -> task(i, "AsyncSupply@" + (600 + i), by("orders-" + (i + 1), 2100, PRICE)))))
                .waits(workers)
                .silence(Duration.ofMillis(2050))
                .rescue(new RescueLog(
                        List.of(
                                new Step(
                                        "interrupted the test thread",
                                        Outcome.BODY_STILL_STUCK,
                                        Duration.ofMillis(310)),
                                new Step(
                                        "ended pending futures: 2 completed exceptionally, 0 cancelled in the queue",
                                        Outcome.BODY_ENDED,
                                        Duration.ofMillis(318))),
                        Optional.empty()))
                .build();
    }

    static Stall acrossPools() {
        StackTraceElement reserve = frame("com.acme.StockService.reserve", 52);
        return stall(Verdict.PROVEN, Kind.DEADLOCK)
                .sentence(
                        "all threads of executors 'orders' and 'stock' wait for tasks queued in each other, so none of them"
                                + " can ever finish")
                .stuck(pool(
                        ORDERS, "orders", ids(1, 1), List.of(task(1, "FutureTask@b1", by("stock-1", 700, reserve)))))
                .stuck(pool(STOCK, "stock", ids(2, 1), List.of(task(2, "FutureTask@b2", by("orders-1", 720, PRICE)))))
                .waits(thread(
                        id(1),
                        "orders-1",
                        waiting(Form.FUTURE_TASK, "FutureTask@b2", queued(2, STOCK, Tie.OWNER)),
                        inOrder(IN_FUTURE_GET)))
                .waits(thread(
                        id(2),
                        "stock-1",
                        waiting(Form.FUTURE_TASK, "FutureTask@b1", queued(1, ORDERS, Tie.OWNER)),
                        join(IN_FUTURE_GET, List.of(reserve), WORKER)))
                .build();
    }

    static Stall lockCycle() {
        return stall(Verdict.PROVEN, Kind.DEADLOCK)
                .sentence(
                        "'transfer-1' and 'transfer-2' each hold a lock that the other one waits for, so none of them can ever"
                                + " finish")
                .test("AccountTest.transfersBothWays()")
                .waits(blocked(1, "transfer-1", "Account@aa", 2))
                .waits(blocked(2, "transfer-2", "Account@bb", 1))
                .lockCycle(id(2), id(1))
                .workerCpu(Duration.ZERO)
                .build();
    }

    /** A test that waits for a latch that no thread holds any more. */
    static Stall abandoned() {
        return abandoned("");
    }

    /** The same where it is known who held the latch: one who died, one who failed, one who never came to run. */
    static Stall abandonedByFeeder() {
        StackTraceElement run = frame("com.acme.Feeder.run", 17);
        List<StackTraceElement> stack = List.of(
                jdk("java.lang.Integer.parseInt", 652),
                frame("com.acme.Feeder.amount", 29),
                frame("com.acme.Feeder.read", 24),
                run,
                frame("com.acme.Feeder.start", 9),
                jdk("java.lang.Thread.run", 840));
        String lambda = "com.acme.Feeder$$Lambda$14/0x00007f1d14001000";
        return abandoned(
                ": thread 'feeder', which could reach it, has died of NumberFormatException: For input string: \"x\"",
                new LastHolder(
                        LastHolder.Kind.THREAD,
                        lambda,
                        "feeder",
                        "java.lang.NumberFormatException: For input string: \"x\"",
                        stack),
                new LastHolder(
                        LastHolder.Kind.PERIODIC_TASK, "com.acme.Poll", "timer-1", "com.acme.Gone", List.of(run)),
                new LastHolder(
                        LastHolder.Kind.REJECTED_TASK,
                        lambda,
                        "main",
                        "java.util.concurrent.ThreadPoolExecutor$DiscardPolicy",
                        List.of(run)));
    }

    private static Stall abandoned(String why, LastHolder... lastHolders) {
        return stall(Verdict.PROVEN, Kind.ABANDONED)
                .sentence("'main' waits for CountDownLatch@1b2c in OrderServiceTest.placesFourOrdersConcurrently"
                        + "(OrderServiceTest.java:31), and nobody is left who could end that" + why)
                .waits(thread(
                        MAIN,
                        "main",
                        waiting(Form.LATCH, "CountDownLatch@1b2c", new Waker.Nobody()),
                        join(PARKED, List.of(TEST), TEST_RUN)))
                .told(new Reachability.Unreached(Duration.ofMillis(420), List.of(lastHolders)))
                .build();
    }

    static Stall timedLatch() {
        Waiting waiting = new Waiting(
                Form.LATCH,
                "CountDownLatch@5f",
                new Limit.Timed(Optional.of(Duration.ofSeconds(18))),
                List.of(
                        queued(1, ORDERS, Tie.CANDIDATE),
                        queued(2, ORDERS, Tie.CANDIDATE),
                        new Waker.Unknown("any thread that holds it may count down")));
        List<ThreadState> workers = each(
                2,
                i -> new ThreadState(
                        id(i),
                        "orders-" + (i + 1),
                        Thread.State.TIMED_WAITING,
                        waiting,
                        join(PARKED, List.of(jdk("java.util.concurrent.CountDownLatch.await", 276), AWAIT), WORKER)));
        return stall(Verdict.LIKELY, Kind.STARVATION)
                .sentence(
                        "all 2 of 2 threads of executor 'orders' wait for tasks that are queued behind them in the same"
                                + " executor; this would end only by its time-out, in 18 s")
                .stuck(pool(
                        ORDERS,
                        "orders",
                        ids(0, 2),
                        each(
                                2,
                                i -> task(
                                        i + 1,
                                        "FutureTask@" + i + " of com.acme.Batch$$Lambda$14/0x00007f1d14001000@5e2",
                                        by("main", 5200, frame("com.acme.Batch.start", 30 + i))))))
                .waits(workers)
                .endsByItself(Duration.ofSeconds(18))
                .silence(Duration.ofSeconds(2))
                .build();
    }

    static Stall suspectedWithMovers() {
        ThreadState netty = new ThreadState(
                id(7),
                "netty-io-1",
                Thread.State.RUNNABLE,
                new Activity.Running(),
                List.of(
                        jdk("sun.nio.ch.EPoll.wait", -2),
                        jdk("sun.nio.ch.SelectorImpl.select", 146),
                        frame("io.netty.channel.nio.NioEventLoop.run", 544)));
        return stall(Verdict.SUSPECTED, Kind.NO_PROGRESS)
                .sentence("executor 'orders' is stalled, not proven: 1 task is due and does not start")
                .test("the whole run")
                .stuck(pool(ORDERS, "orders", ids(0, 1), List.of(task(1, "FutureTask@1"))))
                .waits(thread(
                        id(0),
                        "orders-1",
                        waiting(
                                Form.LATCH,
                                "CountDownLatch@9",
                                new Waker.Unknown("any thread that holds it may count down")),
                        join(PARKED, List.of(jdk("java.util.concurrent.CountDownLatch.await", 230), AWAIT), WORKER)))
                .sees(netty)
                .mover("'netty-io-1' runs in NioEventLoop.run(NioEventLoop.java:544)")
                .limit("The agent is not loaded: it is not known who submitted the tasks.")
                .silence(Duration.ofSeconds(31))
                .workerCpu(Duration.ofSeconds(6))
                .build();
    }

    private static ThreadState testThread(Waiting waiting, List<StackTraceElement> wait) {
        return thread(MAIN, "main", waiting, join(wait, List.of(TEST), TEST_RUN));
    }

    private static ThreadState blocked(int number, String name, String monitor, int owner) {
        return new ThreadState(
                id(number),
                name,
                Thread.State.BLOCKED,
                waiting(Form.MONITOR_ENTRY, monitor, new Waker.OwnerThread(id(owner))),
                List.of(
                        frame("com.acme.Account.deposit", 17),
                        frame("com.acme.Account.transfer", 11),
                        jdk("java.lang.Thread.run", 840)));
    }

    private static List<StackTraceElement> inOrder(List<StackTraceElement> wait) {
        return join(
                wait,
                List.of(
                        PRICE,
                        ORDER,
                        frame("com.acme.OrderServiceTest.lambda$placesFourOrdersConcurrently$0", 30),
                        new StackTraceElement(
                                "com.acme.OrderServiceTest$$Lambda$2/0x00007f1d14001000", "call", null, -1)),
                WORKER);
    }
}
