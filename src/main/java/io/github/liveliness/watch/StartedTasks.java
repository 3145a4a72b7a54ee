package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.concurrent.FutureTask;

/** Knows the tasks of the JDK's own classes that show by themselves that they have started. */
final class StartedTasks {
    private final JdkInternals jdk;
    private final CompletionChains chains;

    StartedTasks(JdkInternals jdk) {
        this.jdk = jdk;
        this.chains = new CompletionChains(jdk);
    }

    boolean include(Object task) {
        if (task instanceof FutureTask<?> future) {
            return !jdk.awaitsOutcome(future) || jdk.read(JdkField.FUTURE_TASK_RUNNER, future) != null;
        }
        return chains.letGoOfFuture(task);
    }
}
