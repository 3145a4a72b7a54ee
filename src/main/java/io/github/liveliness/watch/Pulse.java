package io.github.liveliness.watch;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What one tick reads of an executor.
 *
 * @param backlog how many tasks are due and have not started
 * @param spare whether a worker is idle, or more work would start another worker by itself
 * @param progress changes whenever a task starts or completes
 * @param workers the threads of its workers
 */
record Pulse(int backlog, boolean spare, long progress, List<Thread> workers) {
    /** Nothing is due. */
    static final Pulse CALM = new Pulse(0, true, 0, List.of());

    Pulse {
        workers = List.copyOf(workers);
    }

    static Pulse of(int backlog, int wanted, long progress, List<Reading.Worker> workers) {
        boolean idle = workers.stream().anyMatch(Reading.Worker::idle);
        boolean spare = idle || workers.size() < wanted;
        return new Pulse(
                backlog,
                spare,
                progress + workers.size(),
                workers.stream().map(Reading.Worker::thread).toList());
    }

    /** Whether nothing is due. */
    boolean calm() {
        return backlog == 0;
    }

    /** Whether this executor might be stuck. */
    boolean pressed() {
        return backlog > 0 && !spare;
    }

    /** Whether every worker is parked on an object. */
    boolean parked() {
        return workers.stream().allMatch(worker -> LockSupport.getBlocker(worker) != null);
    }
}
