package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.Submission;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/** Says what a task is, and who submitted it. */
final class TaskDescriptions {
    private final Optional<JdkInternals> jdk;

    TaskDescriptions(Optional<JdkInternals> jdk) {
        this.jdk = jdk;
    }

    /** The task's class and identity, and the class of what it calls: {@code FutureTask@1b2c of OrderService$Price}. */
    String describe(Object task) {
        String itself = Blockers.describe(task);
        return jdk.flatMap(open -> called(task, open))
                .map(called -> itself + " of " + called.getClass().getName())
                .orElse(itself);
    }

    private static Optional<Object> called(Object task, JdkInternals jdk) {
        if (!(task instanceof FutureTask)) {
            return new CompletionChains(jdk).functionOf(task);
        }
        return Optional.ofNullable(jdk.read(JdkField.FUTURE_TASK_CALLABLE, task))
                .map(callable -> isAdapter(callable) ? jdk.readPresent(JdkField.ADAPTED_RUNNABLE, callable) : callable);
    }

    private static boolean isAdapter(Object callable) {
        return callable.getClass().getName().equals(JdkField.ADAPTED_RUNNABLE.declaringClass());
    }

    static Optional<Submission> submission(SeenSubmission seen, long now) {
        if (seen == SeenSubmission.NONE || seen.frames().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Submission(seen.threadName(), Duration.ofNanos(now - seen.nanoTime()), seen.frames()));
    }
}
