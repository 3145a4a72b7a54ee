package io.github.liveliness.blocking;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells by a whole stack whether its thread was in a task of a pool, or on the way to one. */
final class TaskFrames {

    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String FORK_JOIN = CONCURRENT + "ForkJoinPool$WorkQueue.topLevelExec";
    private static final String NEXT_TASK = POOL + ".getTask";

    /** The methods of workers that run tasks, and what they call to run one. */
    private static final Map<String, String> LOOPS = Map.of(POOL + ".runWorker", "run", FORK_JOIN, "doExec");

    private static final Set<String> ALWAYS_BOUNDED =
            Set.of(FORK_JOIN, CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask.run");

    private TaskFrames() {}

    /** Whether the thread was in a task. */
    static boolean isInTask(List<StackTraceElement> stack) {
        for (int index = stack.size() - 1; index > 0; index--) {
            String run = LOOPS.get(name(stack.get(index)));
            if (run != null && run.equals(stack.get(index - 1).getMethodName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether that pool lets tasks wait for threads; of pools that are not in the JDK, or not idle, a stack tells nothing. */
    static boolean isOfBoundedPool(List<StackTraceElement> stack) {
        for (int index = stack.size() - 1; index > 0; index--) {
            String method = name(stack.get(index));
            if (method.equals(NEXT_TASK)) {
                return isQueueThatKeepsTasks(stack.get(index - 1).getClassName());
            }
            if (ALWAYS_BOUNDED.contains(method)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQueueThatKeepsTasks(String type) {
        return type.startsWith(CONCURRENT) && !type.startsWith(CONCURRENT + "SynchronousQueue");
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + '.' + frame.getMethodName();
    }
}
