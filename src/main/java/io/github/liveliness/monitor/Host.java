package io.github.liveliness.monitor;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a monitor is started on: how it takes a task, and whether it is past taking any. */
record Host<R extends @Nullable Object>(Spawn<R> spawn, BooleanSupplier shutdown) {

    /** A runtime too broken to answer is kept under observation. */
    boolean isShutdown() {
        try {
            return shutdown.getAsBoolean();
        } catch (RuntimeException unanswered) {
            return false;
        }
    }

    static Host<Executor> executor(Executor executor) {
        return new Host<>(
                beat -> {
                    executor.execute(beat);
                    return executor;
                },
                executor instanceof ExecutorService service ? service::isShutdown : () -> false);
    }

    /** A function can't say that it is shut down, so it never is. */
    static <R extends @Nullable Object> Host<R> function(Spawn<R> spawn) {
        return new Host<>(spawn, () -> false);
    }
}
