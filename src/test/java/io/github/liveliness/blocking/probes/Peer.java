package io.github.liveliness.blocking.probes;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the waits of probes, on a thread that belongs to no executor. Asking it for that waits for nothing, so that a task which
 * asks does nothing that could be flagged.
 */
final class Peer implements AutoCloseable {
    /** A wait counts from 1 ms. */
    private static final long LONG_ENOUGH = MILLISECONDS.toNanos(5);

    /** For a thread that cannot be seen to wait: until it does. */
    private static final long SURELY_WAITING = MILLISECONDS.toNanos(20);

    private static final long TICK = MILLISECONDS.toNanos(1);

    private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final Thread thread = new Thread(this::work, "probe-peer");
    private volatile boolean closed;
    private volatile Optional<Exception> failure = Optional.empty();

    /** Whatever ends a wait. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    private static final class Errand {
        private final Thread caller;
        private final Action action;
        private Optional<Long> due;

        Errand(Thread caller, Action action, Optional<Long> due) {
            this.caller = caller;
            this.action = action;
            this.due = due;
        }

        boolean isDue(long now) {
            if (due.isEmpty() && waits(caller)) {
                due = Optional.of(now + LONG_ENOUGH);
            }
            return due.isPresent() && now - due.get() >= 0;
        }

        private static boolean waits(Thread thread) {
            return switch (thread.getState()) {
                case BLOCKED, WAITING, TIMED_WAITING -> true;
                default -> false;
            };
        }
    }

    Peer() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Acts once the caller has waited for some milliseconds. */
    void whenCallerWaits(Action action) {
        add(new Errand(Thread.currentThread(), action, Optional.empty()));
    }

    /** Acts after some milliseconds more, for a caller that waits in native code: its state does not show that. */
    void soon(Action action) {
        add(new Errand(Thread.currentThread(), action, Optional.of(System.nanoTime() + SURELY_WAITING)));
    }

    private void add(Errand errand) {
        asked.incrementAndGet();
        errands.add(errand);
        LockSupport.unpark(thread);
    }

    /** How often it was asked to end a wait. */
    int asked() {
        return asked.get();
    }

    /** How often it has yet to do so. */
    int pending() {
        return asked.get() - begun.get();
    }

    private void work() {
        while (!closed) {
            if (errands.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, TICK);
                errands.removeIf(this::hasRun);
            }
        }
    }

    private boolean hasRun(Errand errand) {
        if (!errand.isDue(System.nanoTime())) {
            return false;
        }
        begun.incrementAndGet();
        try {
            errand.action.run();
        } catch (Exception e) {
            failure = Optional.of(e);
        }
        return true;
    }

    /** Ends; throws what an action threw. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        awaitEnd();
        if (failure.isPresent()) {
            throw new IllegalStateException("A wait was not ended as it should be.", failure.get());
        }
    }

    private void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the thread of a test.", e);
        }
    }
}
