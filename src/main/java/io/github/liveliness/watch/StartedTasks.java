package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.concurrent.FutureTask;

/** Knows the tasks of the JDK's own classes that show by themselves that they have started. */
final class StartedTasks {
    private static final int NEW = 0;

    private final JdkInternals jdk;
    private final CompletionChains chains;

    StartedTasks(JdkInternals jdk) {
        this.jdk = jdk;
        this.chains = new CompletionChains(jdk);
    }

    boolean include(Object task) {
        if (task instanceof FutureTask) {
            return jdk.readInt(JdkField.FUTURE_TASK_STATE, task) != NEW
                    || jdk.read(JdkField.FUTURE_TASK_RUNNER, task) != null;
        }
        return chains.letGoOfFuture(task);
    }
}
