package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows completable futures from a task to those who wait for it: task, its future, the stages that depend on it, their
 * futures, and so on.
 */
final class CompletionChains {
    private static final int LONGEST = 10_000;

    /** What {@code orTimeout} and {@code completeOnTimeout} leave in a future, to end the time-out early. */
    private static final String TIME_OUT_PENDING = "java.util.concurrent.CompletableFuture$Canceller";

    private final JdkInternals jdk;
    private final Class<?> uniCompletion = typeOf(JdkField.COMPLETION_DEPENDENT);
    private final Class<?> whenComplete = typeOf(JdkField.WHEN_COMPLETE_FUNCTION);
    private final Class<?> coCompletion = typeOf(JdkField.COMPLETION_PARTNER);
    private final Class<?> anyOf = typeOf(JdkField.ANY_OF_DEPENDENT);
    private final Class<?> asyncSupply = typeOf(JdkField.ASYNC_SUPPLY_FUTURE);
    private final Class<?> asyncRun = typeOf(JdkField.ASYNC_RUN_FUTURE);

    CompletionChains(JdkInternals jdk) {
        this.jdk = jdk;
    }

    private static Class<?> typeOf(JdkField field) {
        try {
            return Class.forName(field.declaringClass(), false, null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(field + " was opened, its class must be there", e);
        }
    }

    /** The future that a queued task completes; empty once the task has started, since it lets go of it then. */
    Optional<CompletableFuture<?>> futureOf(Object task) {
        if (asyncSupply.isInstance(task)) {
            return future(jdk.read(JdkField.ASYNC_SUPPLY_FUTURE, task));
        }
        if (asyncRun.isInstance(task)) {
            return future(jdk.read(JdkField.ASYNC_RUN_FUTURE, task));
        }
        return dependent(task);
    }

    /** Whether a task was to complete a future and has let go of it, as it does when it starts. */
    boolean letGoOfFuture(Object task) {
        return (asyncSupply.isInstance(task) || asyncRun.isInstance(task))
                && futureOf(task).isEmpty();
    }

    /** The function that a queued task of a completable future calls. */
    Optional<Object> functionOf(Object task) {
        if (asyncSupply.isInstance(task)) {
            return Optional.ofNullable(jdk.read(JdkField.ASYNC_SUPPLY_FUNCTION, task));
        }
        if (asyncRun.isInstance(task)) {
            return Optional.ofNullable(jdk.read(JdkField.ASYNC_RUN_FUNCTION, task));
        }
        return Optional.empty();
    }

    /** Whether completing a future may complete, stage after stage, what {@code waiter} waits for. */
    boolean leadsTo(CompletableFuture<?> origin, Object waiter) {
        return anyCompletion(origin, (future, completion) -> completion == waiter);
    }

    /** Whether, on the way from a future to those who wait for it, one ends by a time-out. */
    boolean endsByTimeOut(CompletableFuture<?> origin, Object waiter) {
        return anyCompletion(origin, (future, completion) -> isTimeOut(completion) && leadsTo(future, waiter));
    }

    private boolean isTimeOut(Object completion) {
        if (!whenComplete.isInstance(completion)) {
            return false;
        }
        Object function = jdk.read(JdkField.WHEN_COMPLETE_FUNCTION, completion);
        return function != null && function.getClass().getName().equals(TIME_OUT_PENDING);
    }

    /** Asks of every future that completing this one may complete, and of what each of them will do then. */
    private boolean anyCompletion(CompletableFuture<?> origin, BiPredicate<CompletableFuture<?>, Object> condition) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<CompletableFuture<?>> open = new ArrayDeque<>();
        open.add(origin);
        while (!open.isEmpty() && seen.size() < LONGEST) {
            CompletableFuture<?> future = open.remove();
            if (!seen.add(future)) {
                continue;
            }
            Object completion = jdk.read(JdkField.COMPLETABLE_STACK, future);
            while (completion != null && seen.size() < LONGEST) {
                if (condition.test(future, completion)) {
                    return true;
                }
                if (!seen.add(completion)) {
                    break;
                }
                dependent(completion).ifPresent(open::add);
                completion = jdk.read(JdkField.COMPLETION_NEXT, completion);
            }
        }
        return false;
    }

    boolean isDone(CompletableFuture<?> future) {
        return jdk.read(JdkField.COMPLETABLE_RESULT, future) != null;
    }

    private Optional<CompletableFuture<?>> dependent(Object completion) {
        if (coCompletion.isInstance(completion)) {
            Object partner = jdk.read(JdkField.COMPLETION_PARTNER, completion);
            return partner == null ? Optional.empty() : dependent(partner);
        }
        if (anyOf.isInstance(completion)) {
            return future(jdk.read(JdkField.ANY_OF_DEPENDENT, completion));
        }
        if (uniCompletion.isInstance(completion)) {
            return future(jdk.read(JdkField.COMPLETION_DEPENDENT, completion));
        }
        return Optional.empty();
    }

    private static Optional<CompletableFuture<?>> future(@Nullable Object value) {
        return Optional.ofNullable((CompletableFuture<?>) value);
    }
}
