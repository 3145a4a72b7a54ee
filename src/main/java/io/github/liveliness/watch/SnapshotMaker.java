package io.github.liveliness.watch;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Snapshot.Consistency;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes snapshots: reads, reads again, and tells whether both readings agree. */
final class SnapshotMaker {
    /** Awaited tasks are found by identity among these; one queued further back has an unknown waker. */
    static final int TASKS_READ = 10_000;

    private final Optional<JdkInternals> jdk;
    private final ThreadIdentifiers identifiers;
    private final ThreadReader threads;
    private final WaitReader.Deadline deadline;
    private final LongSupplier clock;

    SnapshotMaker(
            Optional<JdkInternals> jdk,
            ThreadIdentifiers identifiers,
            ThreadReader threads,
            WaitReader.Deadline deadline,
            LongSupplier clock) {
        this.jdk = jdk;
        this.identifiers = identifiers;
        this.threads = threads;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * What there is to see now.
     *
     * @param executors asked twice, since one that starts work while the others are looked at would be missing from the
     *     picture
     */
    Snapshot snapshot(ExecutorRegister executors, Collection<Thread> bodies) {
        TestRunners runners = new TestRunners(bodies);
        List<Look> looks = lookAtBusy(awake(executors), runners);
        Optional<OwnershipPrint> before = jdk.map(open -> OwnershipPrint.of(looks, open));
        TaskIndex tasks = new TaskIndex();
        Supplier<TaskId> nextTask = numbered();
        List<ExecutorState> executorStates = pictures(looks, sharedQueues(looks, executors), tasks, nextTask);
        List<ThreadState> threadStates = pictures(executors.all(), looks, bodies, tasks, nextTask);
        Map<ThreadId, ThreadId> lockOwners =
                waitsForLock(threadStates) ? LockCycles.owners(threads::deadlocked) : Map.of();
        boolean atomic = before.isPresent()
                && before.get().same(OwnershipPrint.of(lookAgain(awake(executors), runners), jdk.orElseThrow()));
        return new Snapshot(executorStates, threadStates, lockOwners, atomic ? Consistency.ATOMIC : Consistency.LOOSE);
    }

    private static List<WatchedExecutor> awake(ExecutorRegister executors) {
        executors.refresh();
        return executors.awake();
    }

    /** An idle pool drains a queue as well as a busy one; where nobody is busy, nobody asks. */
    private static SharedQueues sharedQueues(List<Look> looks, ExecutorRegister executors) {
        return new SharedQueues(looks.isEmpty() ? List.of() : executors.all());
    }

    private static List<Look> lookAtBusy(List<WatchedExecutor> executors, TestRunners runners) {
        List<Look> looks = new ArrayList<>();
        for (WatchedExecutor executor : executors) {
            busy(executor, TASKS_READ, runners)
                    .ifPresent(reading -> looks.add(new Look(executor, reading, promises(executor))));
        }
        return looks;
    }

    private static List<Look> lookAgain(List<WatchedExecutor> executors, TestRunners runners) {
        List<Look> looks = new ArrayList<>();
        for (WatchedExecutor executor : executors) {
            busy(executor, 0, runners).ifPresent(reading -> looks.add(new Look(executor, reading, List.of())));
        }
        return looks;
    }

    private static Optional<Reading> busy(WatchedExecutor executor, int tasks, TestRunners runners) {
        return executor.read(tasks)
                .filter(reading -> reading.workers().stream().anyMatch(worker -> !worker.idle()))
                .filter(reading -> !runners.employ(threads(reading)));
    }

    private static List<Thread> threads(Reading reading) {
        return reading.workers().stream().map(Reading.Worker::thread).toList();
    }

    private static List<Look.Promise> promises(WatchedExecutor executor) {
        List<Look.Promise> promises = new ArrayList<>();
        executor.seen().submissions().newestFirst().forEach(submission -> {
            Object task = submission.get();
            if (task != null && submission.dependent().get() instanceof CompletableFuture<?> future) {
                promises.add(new Look.Promise(task, future));
            }
        });
        return promises;
    }

    private static Supplier<TaskId> numbered() {
        AtomicLong last = new AtomicLong();
        return () -> new TaskId(last.incrementAndGet());
    }

    private List<ExecutorState> pictures(
            List<Look> looks, SharedQueues sharedQueues, TaskIndex tasks, Supplier<TaskId> nextTask) {
        ExecutorPictures pictures = new ExecutorPictures(
                new TaskDescriptions(jdk), identifiers, sharedQueues, tasks, nextTask, clock.getAsLong());
        return looks.stream().map(pictures::picture).toList();
    }

    private List<ThreadState> pictures(
            List<WatchedExecutor> executors,
            List<Look> looks,
            Collection<Thread> bodies,
            TaskIndex tasks,
            Supplier<TaskId> nextTask) {
        List<Thread> shown = new ArrayList<>(ExecutorPictures.threads(looks));
        shown.addAll(bodies);
        Runners runners = new Runners(identifiers, tasks, looks, nextTask);
        WakerFinder finder = jdk.<WakerFinder>map(open -> {
                    Supplier<List<Thread>> strangers = () -> threads.others(shown);
                    OutsideHolders outside = new OutsideHolders(open, tasks, runners, executors, strangers);
                    return new WakerSearch(open, identifiers, tasks, looks, runners, outside);
                })
                .orElseGet(() -> new IdentitySearch(tasks, runners));
        WaitReader waits = new WaitReader(finder, threads, identifiers, deadline);
        return new ThreadPictures(threads, identifiers, waits, looks).pictures(shown);
    }

    private static boolean waitsForLock(List<ThreadState> states) {
        return states.stream()
                .anyMatch(state -> state.activity() instanceof Activity.Waiting waiting
                        && (waiting.form() == Form.LOCK || waiting.form() == Form.MONITOR_ENTRY));
    }
}
