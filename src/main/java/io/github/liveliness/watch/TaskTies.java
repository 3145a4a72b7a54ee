package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Waker.Tie;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Tells how firmly a queued task is tied to those who wait for its outcome.
 *
 * <p>Whoever holds a task may run it by hand. Only what the JDK made itself, and gave to nobody but the queue, waits for a
 * worker; of a task whose submission was not seen, that cannot be said.
 */
final class TaskTies {
    private static final Set<String> SEE_THE_TASK = Set.of("newTaskFor", "execute", "submit", "invokeAll");

    private static final ClassValue<Boolean> KEEPS_NO_TASK = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return keepsNoTask(type);
        }
    };

    private TaskTies() {}

    static Tie tie(WatchedExecutor executor, SeenSubmission submission) {
        boolean held = submission.isPlainSubmit()
                && executor.kind() == ExecutorState.Kind.THREAD_POOL
                && executor.executor()
                        .filter(pool -> KEEPS_NO_TASK.get(pool.getClass()))
                        .isPresent();
        return held ? Tie.OWNER : Tie.CANDIDATE;
    }

    /** What makes the tasks, or gets them back from the JDK's submit, is in no stack at the hook: the class tells. */
    private static boolean keepsNoTask(Class<?> pool) {
        for (Class<?> type = pool; type != null && type != ThreadPoolExecutor.class; type = type.getSuperclass()) {
            if (overridesWhatSeesTheTask(type)) {
                return false;
            }
        }
        return true;
    }

    private static boolean overridesWhatSeesTheTask(Class<?> type) {
        try {
            for (Method method : type.getDeclaredMethods()) {
                if (SEE_THE_TASK.contains(method.getName())) {
                    return true;
                }
            }
            return false;
        } catch (LinkageError unreadable) {
            return true;
        }
    }
}
