package io.github.liveliness.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One executor at the moment of a snapshot.
 *
 * @param id names it within the JVM
 * @param name what people call it: the prefix of its threads' names, else its class
 * @param type its class, as the report shows it
 * @param kind what is known about how it works
 * @param owner the test, test class or run that made it
 * @param size its threads
 * @param workers the live workers, idle ones included
 * @param backlog the tasks that are due and have not started, in queue order; the first ten thousand if there are more
 * @param backlogSize how many tasks are due and have not started
 * @param completed how many tasks it has completed
 */
@API(status = API.Status.INTERNAL)
public record ExecutorState(
        ExecutorId id,
        String name,
        String type,
        Kind kind,
        ScopeId owner,
        Size size,
        List<ThreadId> workers,
        List<TaskState> backlog,
        int backlogSize,
        long completed) {
    public ExecutorState {
        workers = List.copyOf(workers);
        backlog = List.copyOf(backlog);
    }

    /** How an executor works, as far as that is known. */
    public enum Kind {
        /** A ThreadPoolExecutor whose queue only its own workers drain. */
        THREAD_POOL,
        /** A ScheduledThreadPoolExecutor. */
        SCHEDULED_POOL,
        /** A ForkJoinPool, whose tasks others may help to run. */
        FORK_JOIN_POOL,
        /** Anything else, seen from outside. */
        OPAQUE
    }

    /**
     * The threads of an executor.
     *
     * @param core the size below which each new task starts a thread
     * @param maximum the most threads it may have
     * @param live the threads it has
     * @param growth whether more work can make it start another thread
     */
    public record Size(int core, int maximum, int live, Growth growth) {}

    /** Whether more work can make an executor start another thread. */
    public enum Growth {
        /** Not without a resize: it is at its maximum, or its queue takes everything. */
        CLOSED,
        /** Only when a task overflows its queue; the new thread runs that task first, and then takes queued ones. */
        ON_OVERFLOW,
        /** It may, by itself or as soon as one more task arrives. */
        OPEN
    }
}
