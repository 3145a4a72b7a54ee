package io.github.liveliness.blocking;

import java.util.List;
import java.util.Map;

/** Tells by a whole stack whether its thread was in a task of a pool, or on the way to one. */
final class TaskFrames {

    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String NEXT_TASK = POOL + ".getTask";

    /** The methods of workers that run tasks, and what they call to run one; empty where all that they call belongs to it. */
    private static final Map<String, String> LOOPS =
            Map.of(POOL + ".runWorker", "run", CONCURRENT + "ForkJoinPool$WorkQueue.topLevelExec", "doExec");

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
            String inside = stack.get(index - 1).getClassName();
            switch (name(stack.get(index))) {
                case NEXT_TASK:
                    return inside.startsWith(CONCURRENT) && !inside.startsWith(CONCURRENT + "SynchronousQueue");
                case CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask.run",
                        CONCURRENT + "ForkJoinPool$WorkQueue.topLevelExec":
                    return true;
                default:
            }
        }
        return false;
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + '.' + frame.getMethodName();
    }
}
