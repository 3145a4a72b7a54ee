package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.Deadlines;
import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The door of this room: ticks, snapshots, and the executors behind them.
 *
 * <p>Not thread-safe: one watcher thread uses it. It keeps no executor alive.
 */
@API(status = API.Status.INTERNAL)
public final class Watch {
    private final ExecutorRegister executors;
    private final ThreadReader threads;
    private final SnapshotMaker snapshots;
    private final ThreadIdentifiers identifiers;
    private final Optional<AwaitedFutures> awaitedFutures;
    private final TestTasks testTasks;

    private Watch(Optional<JdkInternals> jdk, LongSupplier clock) {
        this.identifiers = new ThreadIdentifiers(jdk);
        this.threads = new ThreadReader(identifiers);
        AdapterChoice adapters = jdk.<AdapterChoice>map(open -> new OpenAdapters(open, threads, clock))
                .orElseGet(() -> new PublicAdapters(new PoolThreads(threads, identifiers)));
        this.executors = new ExecutorRegister(ExecutorTable.SEEN, adapters);
        this.snapshots = new SnapshotMaker(jdk, identifiers, threads, Watch::remaining, clock);
        this.awaitedFutures = jdk.map(AwaitedFutures::new);
        this.testTasks = new TestTasks(jdk);
    }

    /**
     * Opens the room.
     *
     * @param clock a monotonic clock in nanoseconds
     */
    public static Watch open(LongSupplier clock) {
        return new Watch(JdkInternals.open(), clock);
    }

    /** The thread's identifier, read from any thread. */
    public long identifier(Thread thread) {
        return identifiers.of(thread);
    }

    /** Whether the JDK's fields can be read; without them there is no proof. */
    public boolean isDeep() {
        return awaitedFutures.isPresent();
    }

    /** What cannot be seen here, a sentence each; empty where the JDK's fields can be read. */
    public List<String> limits() {
        if (isDeep()) {
            return List.of();
        }
        List<String> limits = new ArrayList<>();
        limits.add("Without the agent only the public methods of thread pools are read: who owns what is not known,"
                + " and whoever waits for anything but a queued future may be woken by somebody unseen.");
        executors.closed().stream()
                .map(executor -> Blockers.describe(executor) + " cannot be read without the agent.")
                .forEach(limits::add);
        return limits;
    }

    /**
     * Reads the pulse of every executor, save those that run test bodies on one of these threads.
     *
     * @return where due work does not move
     */
    public List<Pressure> tick(Tick tick, Collection<Thread> bodies) {
        executors.refresh();
        TestRunners runners = new TestRunners(bodies);
        List<Pressure> pressures = new ArrayList<>();
        for (WatchedExecutor executor : executors.due()) {
            Optional<Pulse> felt = executor.pulse();
            executors.felt(executor, felt.filter(Pulse::calm).isPresent());
            Optional<Pulse> pulse = felt.filter(Pulse::pressed).filter(found -> !runners.employ(found.workers()));
            if (pulse.isPresent()) {
                long processorTime = threads.processorTime(pulse.get().workers());
                executor.gauge().press(pulse.get(), processorTime, tick);
                pressures.add(executor.gauge().pressure());
            } else {
                executor.gauge().release(tick.now());
            }
        }
        return List.copyOf(pressures);
    }

    /** Whether an executor, not among the known, has due work while every worker is parked on something; ages nothing. */
    public boolean anyParked(Set<ExecutorId> known) {
        executors.refresh();
        return executors.awake().stream()
                .filter(executor -> !known.contains(executor.id()))
                .flatMap(executor -> executor.pulse().stream())
                .anyMatch(pulse -> pulse.pressed() && pulse.parked());
    }

    /** Lets go of what is gone, where nothing ticks. */
    public void tidy() {
        executors.tidy();
    }

    /** Whether somebody, such as a debugger, holds a thread of this JVM; of virtual threads that is not known. */
    public boolean anySuspended() {
        return threads.anySuspended();
    }

    /** A close look at everything that is busy, and at the threads of running test bodies. */
    public Snapshot snapshot(Collection<Thread> bodies) {
        return snapshots.snapshot(executors, bodies);
    }

    /** What the silence of an executor looked like so far. */
    public Strain strain(ExecutorId id) {
        return executors.find(id).map(found -> found.gauge().strain()).orElse(Strain.NONE);
    }

    /** The executor itself, unless it is gone. */
    public Optional<Object> executor(ExecutorId id) {
        return executors.find(id).flatMap(WatchedExecutor::executor);
    }

    /** Whom an executor belongs to. */
    public Optional<ScopeId> owner(ExecutorId id) {
        return executors.find(id).map(WatchedExecutor::owner);
    }

    /** The name that a snapshot gives this thread. */
    public ThreadId name(Thread thread) {
        return identifiers.name(thread);
    }

    /** What a thread waits for without a time-out, as a number that changes when it moves on; 0 while it does not. */
    public long waitMark(Thread thread) {
        return threads.waitMark(thread);
    }

    /** A number that changes whenever a thread begins to wait; 0 if it does not wait without a time-out. */
    public long waitNumber(Thread thread) {
        return threads.waitNumber(thread);
    }

    /** The live ones of these threads, by the names that a snapshot gives them. */
    public Map<ThreadId, Thread> threads(Set<ThreadId> names) {
        Set<Long> numbers = names.stream().map(ThreadId::number).collect(Collectors.toSet());
        return threads.threads(numbers).stream()
                .collect(Collectors.toMap(identifiers::name, Function.identity(), (one, another) -> one));
    }

    /** Whose threads submitted the tasks that are queued in an executor. */
    public Set<ScopeId> submitters(ExecutorId id) {
        return executors.find(id).map(WatchedExecutor::submitters).orElse(Set.of());
    }

    /** The executors that a scope made, as far as they are still there. */
    public List<ExecutorId> madeBy(ScopeId owner) {
        return executors.all().stream()
                .filter(executor -> executor.owner().equals(owner))
                .map(WatchedExecutor::id)
                .toList();
    }

    /** The completable futures that tasks of an executor were to complete and have not. */
    public List<CompletableFuture<?>> pendingFutures(ExecutorId id) {
        return awaitedFutures
                .flatMap(futures -> executors.find(id).map(futures::of))
                .orElse(List.of());
    }

    /** The completable futures that a thread waits for, whoever made the executors that were to complete them. */
    public List<CompletableFuture<?>> futuresAwaitedBy(Thread thread) {
        return awaitedFutures
                .map(futures -> futures.of(thread, executors.all()))
                .orElse(List.of());
    }

    /** The tasks queued in these executors that a scope, or a task of its own that waits there, submitted. */
    public List<FutureTask<?>> queuedTasksOf(ScopeId submitter, Collection<ExecutorId> in) {
        List<WatchedExecutor> searched =
                in.stream().flatMap(id -> executors.find(id).stream()).toList();
        return testTasks.queued(submitter, searched, executors.all());
    }

    private static Optional<Duration> remaining(Thread thread) {
        long nanos = Deadlines.remainingNanos(thread);
        return nanos == Deadlines.UNKNOWN ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, nanos)));
    }
}
