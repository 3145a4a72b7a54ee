package io.github.liveliness.engine;

import io.github.liveliness.blocking.OpenCalls;
import io.github.liveliness.diagnose.AbandonedWait;
import io.github.liveliness.diagnose.Diagnostician;
import io.github.liveliness.diagnose.HeapVerdict;
import io.github.liveliness.explore.ExploredSnapshot;
import io.github.liveliness.explore.StalledThread;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Diagnoses the stall of a run under control, while its threads still stand where they are stuck. */
final class StallWitness implements Consumer<List<StalledThread>> {
    /** There nobody will ever go on, however long one looks. */
    private static final int EVER = 1_000;

    private static final Reachability EXPLORED = new Reachability.Explored();

    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long SHORT = Duration.ofMillis(1).toNanos();

    private final String test;
    private final LongSupplier nanoClock;
    private final Watch watch;
    private final OpenCalls calls;
    private Optional<Stall> stall = Optional.empty();

    StallWitness(String test, LongSupplier nanoClock) {
        this.test = test;
        this.nanoClock = nanoClock;
        this.watch = Watch.open(nanoClock);
        this.calls = new OpenCalls(watch::name, nanoClock);
    }

    /** What was seen, if anything. */
    Optional<Stall> stall() {
        return stall;
    }

    @Override
    public void accept(List<StalledThread> threads) {
        List<StalledThread> stuck =
                threads.stream().filter(thread -> !thread.isIdle()).toList();
        awaitParked(stuck);
        // Workers are seen with their executors; as if they ran tests, those would not be looked at.
        Snapshot seen = watch.snapshot(stuck.stream()
                .filter(thread -> thread.pool().isEmpty())
                .map(StalledThread::thread)
                .toList());
        Snapshot snapshot = new ExploredSnapshot(watch::name).of(seen, stuck);
        Set<ThreadId> names =
                stuck.stream().map(thread -> watch.name(thread.thread())).collect(Collectors.toSet());
        stall = diagnosis(snapshot, stuck, names)
                .flatMap(diagnosis ->
                        Findings.stall(diagnosis, snapshot, test, Optional.empty(), watch, calls, watch.limits()));
    }

    /** Whoever came last tells that nobody can go on, and then comes to a halt itself. */
    private void awaitParked(List<StalledThread> stuck) {
        long start = nanoClock.getAsLong();
        while (stuck.stream().anyMatch(thread -> thread.thread().getState() == Thread.State.RUNNABLE)
                && nanoClock.getAsLong() - start < LONGEST_WAIT) {
            LockSupport.parkNanos(this, SHORT);
        }
    }

    /** That of the test's own wait, else that of any other; else nobody but the test, or a thread it started, waits. */
    private Optional<Diagnosis> diagnosis(Snapshot snapshot, List<StalledThread> stuck, Set<ThreadId> names) {
        List<ThreadId> testFirst = stuck.stream()
                .sorted(Comparator.comparing(StalledThread::number))
                .map(thread -> watch.name(thread.thread()))
                .toList();
        List<Diagnosis> diagnoses = Diagnostician.diagnose(snapshot, pressures(snapshot, names));
        for (ThreadId thread : testFirst) {
            Optional<Diagnosis> found = diagnoses.stream()
                    .filter(diagnosis -> diagnosis.graph().holds(thread))
                    .findFirst();
            if (found.isPresent()) {
                return found.map(StallWitness::proven);
            }
        }
        return testFirst.stream()
                .flatMap(thread -> AbandonedWait.of(thread, names, snapshot, EXPLORED).stream())
                .findFirst();
    }

    private static Diagnosis proven(Diagnosis diagnosis) {
        return diagnosis.verdict() == Verdict.PROVEN ? diagnosis.with(EXPLORED) : HeapVerdict.of(diagnosis, EXPLORED);
    }

    private static List<Pressure> pressures(Snapshot snapshot, Set<ThreadId> stuck) {
        return snapshot.executors().stream()
                .filter(executor -> executor.workers().stream().anyMatch(stuck::contains))
                .map(executor -> new Pressure(executor.id(), EVER, 0))
                .toList();
    }
}
