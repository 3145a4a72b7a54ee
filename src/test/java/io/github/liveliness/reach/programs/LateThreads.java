package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Healthy: some other thread holds what is waited for, each in a way of its own. */
final class LateThreads {

    private LateThreads() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a sleeping thread counts down", 1, LateThreads::sleeping)
                .add("a running thread counts down", 1, LateThreads::running)
                .add("a thread in a timed wait releases", 1, LateThreads::timedWait)
                .add("a thread that reads a socket in native code puts", 1, Sockets::blockingAccept)
                .add("a thread that waits for a third one counts down", 2, LateThreads::relay)
                .add("a thread local of another thread holds the latch", 1, LateThreads::threadLocal)
                .add("an unstarted thread will count down", 1, LateThreads::unstarted)
                .add("an uncaught exception handler counts down", 1, LateThreads::uncaught)
                .add("a thread runs the future task late", 1, LateThreads::futureTask)
                .since(21, "a sleeping virtual thread counts down", 1, LateThreads::sleepingVirtual)
                .since(21, "a running virtual thread counts down", 1, LateThreads::runningVirtual)
                .since(21, "a parked virtual thread completes the future", 1, LateThreads::parkedVirtual)
                .map();
    }

    private static void sleeping(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            latch.countDown();
        });
    }

    private static void running(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        Body.aside(() -> {
            while (!moment.hasCome()) {
                Thread.onSpinWait();
            }
            latch.countDown();
        });
    }

    private static void timedWait(Waiters waiters, Moment moment) {
        Semaphore permits = new Semaphore(0);
        waiters.start(permits::acquire);
        Body.aside(() -> {
            BlockingQueue<String> empty = new ArrayBlockingQueue<>(1);
            while (!moment.hasCome()) {
                empty.poll(5, TimeUnit.MILLISECONDS);
            }
            permits.release();
        });
    }

    private static void relay(Waiters waiters, Moment moment) {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        waiters.start(second::await);
        waiters.start(() -> {
            first.await();
            second.countDown();
        });
        Body.aside(() -> {
            moment.await();
            first.countDown();
        });
    }

    @SuppressWarnings("ThreadLocalUsage")
    private static void threadLocal(Waiters waiters, Moment moment) throws InterruptedException {
        ThreadLocal<CountDownLatch> local = new ThreadLocal<>();
        CountDownLatch latch = new CountDownLatch(1);
        CountDownLatch set = new CountDownLatch(1);
        CountDownLatch[] box = {latch};
        Body.aside(() -> {
            local.set(box[0]);
            box[0] = new CountDownLatch(1);
            set.countDown();
            moment.await();
            local.get().countDown();
        });
        set.await();
        waiters.start(latch::await);
    }

    private static void unstarted(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        Thread later = new Thread(latch::countDown);
        Body.aside(() -> {
            moment.await();
            later.start();
        });
    }

    private static void uncaught(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        Thread failing = new Thread(Body.unchecked(() -> {
            moment.await();
            throw new IllegalStateException("meant to");
        }));
        failing.setDaemon(true);
        failing.setUncaughtExceptionHandler((thread, failure) -> latch.countDown());
        failing.start();
    }

    private static void futureTask(Waiters waiters, Moment moment) {
        FutureTask<Integer> task = new FutureTask<>(() -> 1);
        waiters.start(task::get);
        Body.aside(() -> {
            moment.await();
            task.run();
        });
    }

    private static void sleepingVirtual(Waiters waiters, Moment moment) throws ReflectiveOperationException {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        VirtualThreads.start(() -> {
            moment.await();
            latch.countDown();
        });
    }

    private static void runningVirtual(Waiters waiters, Moment moment) throws ReflectiveOperationException {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        VirtualThreads.start(() -> {
            while (!moment.hasCome()) {
                Thread.onSpinWait();
            }
            latch.countDown();
        });
    }

    private static void parkedVirtual(Waiters waiters, Moment moment) throws ReflectiveOperationException {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        CountDownLatch go = new CountDownLatch(1);
        waiters.start(answer::join);
        VirtualThreads.start(() -> {
            go.await();
            answer.complete(1);
        });
        Body.aside(() -> {
            moment.await();
            go.countDown();
        });
    }
}
