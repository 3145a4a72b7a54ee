package io.github.liveliness.agent;

import java.util.List;
import java.util.Optional;

/**
 * A method of the JDK in which a thread runs its tasks.
 *
 * @param type the internal name of the class
 * @param method the method, with all its overloads
 * @param run what it calls to run a task, which it has put on the stack last of all
 * @param begins the hook before that, which takes the task
 * @param ends the hook when the task is over
 * @param returns whether the task is over where that call returns
 * @param after what it calls, without any task in between, when a task is over; empty if there is nothing of that kind
 * @param leaves what it calls when its thread is about to end; empty if there is nothing of that kind
 */
record TaskLoop(
        String type,
        String method,
        String run,
        String begins,
        String ends,
        boolean returns,
        String after,
        String leaves) {

    private static final String CONCURRENT = "java/util/concurrent/";

    /** A thread pool calls {@code afterExecute} whatever has become of the task; a task of a fork-join pool throws nothing. */
    private static final List<TaskLoop> ALL = List.of(
            new TaskLoop(
                    CONCURRENT + "ThreadPoolExecutor",
                    "runWorker",
                    "run",
                    "taskBegins",
                    "taskEnds",
                    false,
                    "afterExecute",
                    "processWorkerExit"),
            new TaskLoop(
                    CONCURRENT + "ForkJoinPool$WorkQueue",
                    "topLevelExec",
                    "doExec",
                    "taskBegins",
                    "taskEnds",
                    true,
                    "",
                    ""),
            new TaskLoop(
                    "java/lang/VirtualThread",
                    "run",
                    "runWith",
                    "virtualThreadBegins",
                    "virtualThreadEnds",
                    true,
                    "dispatchUncaughtException",
                    ""));

    /** That of the class of this internal name, if it has one. */
    static Optional<TaskLoop> of(String type) {
        // Asked of every class of the JDK's that is loaded: no stream.
        for (TaskLoop loop : ALL) {
            if (loop.type.equals(type)) {
                return Optional.of(loop);
            }
        }
        return Optional.empty();
    }
}
