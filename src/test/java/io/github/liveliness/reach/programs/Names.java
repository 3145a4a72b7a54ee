package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Function;

/** Attacks: fields and threads are named like others that lead nowhere. */
final class Names {

    private Names() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a user's field is named target", 1, (waiters, moment) -> field(Targeted::new, waiters, moment))
                .add(
                        "a user's field is named parkBlocker",
                        1,
                        (waiters, moment) -> field(Blocked::new, waiters, moment))
                .add("a user's field is named threadLocals", 1, (waiters, moment) -> field(Local::new, waiters, moment))
                .add("a user's field is named holder", 1, (waiters, moment) -> field(Holding::new, waiters, moment))
                .add("fields of a user's fork join worker are named like the JDK's", 2, Names::forkJoinWorker)
                .add(
                        "the waker has the name of the stuck thread",
                        1,
                        (waiters, moment) -> named("twin", waiters, moment))
                .add(
                        "the waker has the name of a thread of the JVM",
                        1,
                        (waiters, moment) -> named("Reference Handler", waiters, moment))
                .add(
                        "the waker has the name of the thread that asks",
                        1,
                        (waiters, moment) -> named("main", waiters, moment))
                .map();
    }

    /** The thread leads to the latch by itself, and whoever wakes it has nothing but the thread. */
    private static void field(Function<CountDownLatch, LatchThread> type, Waiters waiters, Moment moment) {
        LatchThread thread = type.apply(new CountDownLatch(1));
        thread.setDaemon(true);
        thread.start();
        waiters.enlist(thread);
        Body.aside(() -> {
            moment.await();
            thread.latch().countDown();
        });
    }

    private static void named(String name, Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await).setName(name);
        Body.aside(() -> {
                    moment.await();
                    latch.countDown();
                })
                .setName(name);
    }

    private static void forkJoinWorker(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        ForkJoinPool pool = new ForkJoinPool(1, owner -> new Worker(owner, latch), null, false);
        Worker worker = (Worker) pool.submit(Thread::currentThread).join();
        pool.execute(Body.unchecked(() -> {
            waiters.enlist();
            latch.await();
        }));
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            worker.workQueue.countDown();
        });
    }

    private abstract static class LatchThread extends Thread {
        abstract CountDownLatch latch();

        @Override
        public void run() {
            Body.unchecked(latch()::await).run();
        }
    }

    private static final class Targeted extends LatchThread {
        private final CountDownLatch target;

        Targeted(CountDownLatch latch) {
            target = latch;
        }

        @Override
        CountDownLatch latch() {
            return target;
        }
    }

    private static final class Blocked extends LatchThread {
        private final CountDownLatch parkBlocker;

        Blocked(CountDownLatch latch) {
            parkBlocker = latch;
        }

        @Override
        CountDownLatch latch() {
            return parkBlocker;
        }
    }

    private static final class Local extends LatchThread {
        private final CountDownLatch threadLocals;

        Local(CountDownLatch latch) {
            threadLocals = latch;
        }

        @Override
        CountDownLatch latch() {
            return threadLocals;
        }
    }

    private static final class Holding extends LatchThread {
        private final CountDownLatch holder;

        Holding(CountDownLatch latch) {
            holder = latch;
        }

        @Override
        CountDownLatch latch() {
            return holder;
        }
    }

    private static final class Worker extends ForkJoinWorkerThread {
        private final CountDownLatch workQueue;

        Worker(ForkJoinPool pool, CountDownLatch latch) {
            super(pool);
            workQueue = latch;
        }
    }
}
