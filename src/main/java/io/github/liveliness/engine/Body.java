package io.github.liveliness.engine;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Stall;
import io.github.liveliness.rescue.StuckBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One test body, or lifecycle method, while it is guarded. */
final class Body implements StuckBody {
    /** A rescue ends within a second or two; this only keeps a broken one from holding the run. */
    private static final Duration LONGEST_RESCUE = Duration.ofSeconds(10);

    private final Scope scope;
    private final Settings settings;
    private final StallLog log;
    private final Set<ExecutorId> shared;
    private final Thread thread;
    private final boolean mayBeAbandoned;
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch rescued = new CountDownLatch(1);
    private State state = State.RUNNING;
    private boolean interrupted;
    private Optional<Failure> failure = Optional.empty();

    /**
     * Why a body fails.
     *
     * @param stall the stall
     * @param stack where the body was when the verdict was made
     * @param report where the full report was written
     */
    record Failure(Stall stall, List<StackTraceElement> stack, Optional<Path> report) {}

    private enum State {
        RUNNING,
        ENDED,
        ABANDONED
    }

    Body(Scope scope, Settings settings, StallLog log, Set<ExecutorId> shared, Thread thread, boolean mayBeAbandoned) {
        this.scope = scope;
        this.settings = settings;
        this.log = log;
        this.shared = shared;
        this.thread = thread;
        this.mayBeAbandoned = mayBeAbandoned;
    }

    Scope scope() {
        return scope;
    }

    /** Tells whether it has ended, and keeps nothing of it but that. */
    BooleanSupplier ended() {
        CountDownLatch end = left;
        return () -> end.getCount() == 0;
    }

    Settings settings() {
        return settings;
    }

    StallLog log() {
        return log;
    }

    /** Whether its test class keeps this executor, together with other tests. */
    boolean shares(ExecutorId executor) {
        return shared.contains(executor);
    }

    @Override
    public Thread thread() {
        return thread;
    }

    @Override
    public boolean awaitEnd(Duration grace) throws InterruptedException {
        return left.await(grace.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits until it ends or is given up. Who waits here ends that by nothing of his own, and a wait that is limited would say
     * he might.
     */
    void awaitEnd() throws InterruptedException {
        left.await();
    }

    @Override
    public synchronized boolean interrupt() {
        if (state != State.RUNNING) {
            return false;
        }
        interrupted = true;
        thread.interrupt();
        return true;
    }

    @Override
    public synchronized boolean abandon() {
        if (!mayBeAbandoned || state != State.RUNNING) {
            return false;
        }
        state = State.ABANDONED;
        left.countDown();
        return true;
    }

    /** Called by the body's own thread when it ends; takes back an interrupt of ours that came too late. */
    synchronized void end() {
        if (interrupted) {
            Thread.interrupted();
        }
        if (state == State.RUNNING) {
            state = State.ENDED;
            left.countDown();
        }
    }

    /** Decides that the body fails; returns false if that was decided before, or the body has ended. */
    synchronized boolean fail(Stall stall, List<StackTraceElement> stack) {
        if (failure.isPresent() || state != State.RUNNING) {
            return false;
        }
        failure = Optional.of(new Failure(stall, stack, Optional.empty()));
        return true;
    }

    /** The rescue is over, and all that is to be told stands in the stall and the file. */
    void rescued(Stall stall, Optional<Path> report) {
        synchronized (this) {
            failure = failure.map(known -> new Failure(stall, known.stack, report));
        }
        rescued.countDown();
    }

    /** What fails this body, once its rescue is over. */
    Optional<Failure> awaitFailure() throws InterruptedException {
        if (failure().isPresent()) {
            // If that takes too long, the stall is told as it was found, without what was done about it.
            rescued.await(LONGEST_RESCUE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return failure();
    }

    private synchronized Optional<Failure> failure() {
        return failure;
    }
}
