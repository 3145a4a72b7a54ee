package io.github.liveliness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** The calls that a hold point holds. */
final class HeldCalls {
    private final String name;
    private final OptionalInt opensAt;
    private final Duration limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> held = new ArrayList<>();
    private int arrived;
    private boolean open;

    /**
     * Holds nothing yet.
     *
     * @param opensAt how many calls open it, if any do
     * @param limit how long a call is held at most
     */
    HeldCalls(String name, OptionalInt opensAt, Duration limit) {
        this.name = name;
        this.opensAt = opensAt;
        this.limit = limit;
    }

    HeldCalls within(Duration otherLimit) {
        return new HeldCalls(name, opensAt, otherLimit);
    }

    void hold() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            arrived++;
            open |= opensAt.isPresent() && arrived >= opensAt.getAsInt();
            changed.signalAll();
            held.add(Thread.currentThread());
            if (!awaitUntil(() -> open)) {
                throw new AssertionFailedError(
                        "The " + this + ", and has held this one for " + limit.toMillis() + " ms. " + advice());
            }
        } finally {
            held.remove(Thread.currentThread());
            lock.unlock();
        }
    }

    void awaitArrived(int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!awaitUntil(() -> arrived >= count)) {
                throw new AssertionFailedError("After " + limit.toMillis() + " ms the " + this
                        + ", and the test waits for " + count + ". Make sure that the calls come this way.");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it came true in time; called with the lock. */
    private boolean awaitUntil(BooleanSupplier condition) throws InterruptedException {
        long left = limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (left <= 0) {
                return false;
            }
            left = changed.awaitNanos(left);
        }
        return true;
    }

    void open() {
        lock.lock();
        try {
            open = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Begins anew. */
    void close() {
        lock.lock();
        try {
            open = false;
            arrived = 0;
        } finally {
            lock.unlock();
        }
    }

    int arrived() {
        lock.lock();
        try {
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    /** Opens it, and tells which calls were still held then. */
    Optional<String> openForgotten() {
        lock.lock();
        try {
            Optional<String> forgotten = open || held.isEmpty() ? Optional.empty() : Optional.of(forgotten());
            open = true;
            changed.signalAll();
            return forgotten;
        } finally {
            lock.unlock();
        }
    }

    private String forgotten() {
        String threads = held.stream().map(Thread::getName).collect(Collectors.joining(", "));
        return "The " + this + ", and still holds " + threads + " when the test is over. " + advice();
    }

    private String advice() {
        return opensAt.isPresent()
                ? "Let it wait for as many calls as come, or open it in the test."
                : "Open it in the test.";
    }

    /** A sentence without its end. */
    @Override
    public String toString() {
        String calls = opensAt.isPresent()
                ? arrived + " of " + opensAt.getAsInt() + " calls"
                : arrived + (arrived == 1 ? " call" : " calls");
        return "hold point '" + name + "' has seen " + calls;
    }
}
