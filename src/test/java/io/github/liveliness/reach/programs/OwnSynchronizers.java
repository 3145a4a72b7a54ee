package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;

/** Attacks: who waits is unparked as a thread, and nobody needs the blocker for that. */
final class OwnSynchronizers {

    private OwnSynchronizers() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a bare park", 1, (waiters, moment) -> unpark(LockSupport::park, waiters, moment))
                .add("a park with a latch of the JDK for a blocker", 1, OwnSynchronizers::latchForBlocker)
                .add("a park with a future task of the JDK for a blocker", 1, OwnSynchronizers::taskForBlocker)
                .add("a blocker that was set for a bare park", 1, OwnSynchronizers::setBlocker)
                .add("park as a callback of a class of the JDK", 1, OwnSynchronizers::callback)
                .add("a queued synchronizer that asks elsewhere", 1, OwnSynchronizers::queuedSynchronizer)
                .add("a long queued synchronizer that asks elsewhere", 1, OwnSynchronizers::longQueuedSynchronizer)
                .add("a future task that waits in its own way", 1, OwnSynchronizers::ownGet)
                .add("a managed blocker that parks", 1, OwnSynchronizers::managedBlocker)
                .map();
    }

    private static void unpark(Body body, Waiters waiters, Moment moment) {
        Thread waiter = waiters.start(body);
        Body.aside(() -> {
            moment.await();
            LockSupport.unpark(waiter);
        });
    }

    private static void latchForBlocker(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        unpark(() -> LockSupport.park(latch), waiters, moment);
    }

    private static void taskForBlocker(Waiters waiters, Moment moment) {
        FutureTask<Integer> task = new FutureTask<>(() -> 1);
        unpark(() -> LockSupport.park(task), waiters, moment);
    }

    private static void setBlocker(Waiters waiters, Moment moment) {
        FutureTask<Integer> task = new FutureTask<>(() -> 1);
        unpark(
                () -> {
                    LockSupport.setCurrentBlocker(task);
                    LockSupport.park();
                },
                waiters,
                moment);
    }

    /** Between the map's frame and that of {@code park} is only the hidden one of the method reference. */
    private static void callback(Waiters waiters, Moment moment) {
        ConcurrentHashMap<Object, String> map = new ConcurrentHashMap<>();
        map.put(new FutureTask<>(() -> 1), "value");
        unpark(() -> map.forEachKey(Long.MAX_VALUE, LockSupport::park), waiters, moment);
    }

    private static void queuedSynchronizer(Waiters waiters, Moment moment) {
        unpark(() -> new OpenAtTheMoment(moment).acquire(1), waiters, moment);
    }

    private static void longQueuedSynchronizer(Waiters waiters, Moment moment) {
        unpark(() -> new LongOpenAtTheMoment(moment).acquireShared(1), waiters, moment);
    }

    private static void ownGet(Waiters waiters, Moment moment) {
        unpark(() -> new ParkingTask().get(), waiters, moment);
    }

    private static void managedBlocker(Waiters waiters, Moment moment) {
        ForkJoinPool.ManagedBlocker blocker = new ForkJoinPool.ManagedBlocker() {
            @Override
            public boolean block() {
                LockSupport.park(new FutureTask<>(() -> 1));
                return true;
            }

            @Override
            public boolean isReleasable() {
                return false;
            }
        };
        unpark(() -> ForkJoinPool.managedBlock(blocker), waiters, moment);
    }

    private static final class OpenAtTheMoment extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;

        private final transient Moment moment;

        OpenAtTheMoment(Moment moment) {
            this.moment = moment;
        }

        @Override
        protected boolean tryAcquire(int permits) {
            return moment.hasCome();
        }
    }

    private static final class LongOpenAtTheMoment extends AbstractQueuedLongSynchronizer {
        private static final long serialVersionUID = 1;

        private final transient Moment moment;

        LongOpenAtTheMoment(Moment moment) {
            this.moment = moment;
        }

        @Override
        protected long tryAcquireShared(long permits) {
            return moment.hasCome() ? 1 : -1;
        }
    }

    private static final class ParkingTask extends FutureTask<Integer> {
        ParkingTask() {
            super(() -> 1);
        }

        @Override
        public Integer get() throws InterruptedException, ExecutionException {
            LockSupport.park(this);
            return 1;
        }
    }
}
