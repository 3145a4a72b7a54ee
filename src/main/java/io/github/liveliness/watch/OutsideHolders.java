package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Waker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds who holds what a thread waits for, besides the tasks that are queued behind it: tasks that run, tasks that are not
 * due yet, and threads that belong to no executor.
 *
 * <p>A task may wait for a signal from elsewhere while others that wait for the same signal are queued behind it. As long as
 * somebody else holds it, nobody can say that it will not come.
 */
final class OutsideHolders {
    private final JdkInternals jdk;
    private final TaskIndex tasks;
    private final Runners runners;
    private final List<WatchedExecutor> executors;
    private final Supplier<List<Thread>> strangers;
    private final References references = References.all();
    private Optional<List<Bystander>> bystanders = Optional.empty();

    /** Somebody who may hold things, and what is said of him if he does. */
    private record Bystander(List<Object> held, String words) {}

    /**
     * A look around.
     *
     * @param executors all that are watched, those that are idle too
     * @param strangers finds the live threads that the snapshot does not show
     */
    OutsideHolders(
            JdkInternals jdk,
            TaskIndex tasks,
            Runners runners,
            List<WatchedExecutor> executors,
            Supplier<List<Thread>> strangers) {
        this.jdk = jdk;
        this.tasks = tasks;
        this.runners = runners;
        this.executors = executors;
        this.strangers = strangers;
    }

    /** Everybody outside who holds something of this kind; empty if nobody is known to. */
    List<Waker> of(Predicate<Object> awaited) {
        List<Waker> holders = new ArrayList<>(runners.of(task -> isUnfinished(task) && holds(task, awaited)));
        for (Bystander bystander : bystanders()) {
            if (bystander.held.stream().anyMatch(held -> holds(held, awaited))) {
                holders.add(new Waker.Unknown(bystander.words));
            }
        }
        return holders;
    }

    /** The same for every wait of a snapshot, and not needed where nothing but ownership is asked. */
    private List<Bystander> bystanders() {
        if (bystanders.isEmpty()) {
            List<Bystander> found = new ArrayList<>();
            executors.forEach(
                    executor -> found.add(new Bystander(notYetDue(executor), "a task that is not due yet holds it")));
            strangers
                    .get()
                    .forEach(stranger -> found.add(
                            new Bystander(heldBy(stranger), "the thread '" + stranger.getName() + "' holds it")));
            bystanders = Optional.of(found);
        }
        return bystanders.get();
    }

    private boolean holds(Object holder, Predicate<Object> awaited) {
        return references.reaches(holder, awaited);
    }

    private boolean isUnfinished(Object task) {
        return !(task instanceof FutureTask<?> future) || jdk.awaitsOutcome(future);
    }

    private List<Object> notYetDue(WatchedExecutor executor) {
        if (executor.kind() != ExecutorState.Kind.SCHEDULED_POOL) {
            return List.of();
        }
        return executor.executor()
                .map(pool -> jdk.read(JdkField.POOL_QUEUE, pool))
                .filter(queue -> queue.getClass().getName().equals(JdkField.DELAYED_QUEUE_ITEMS.declaringClass()))
                .map(queue -> (Object[]) jdk.readPresent(JdkField.DELAYED_QUEUE_ITEMS, queue))
                .map(items -> Arrays.stream(items)
                        .filter(Objects::nonNull)
                        .filter(task -> tasks.find(task).isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private List<Object> heldBy(Thread thread) {
        List<Object> held = HeldObjects.ofSubclass(thread, Thread.class);
        Optional.ofNullable(jdk.read(JdkField.THREAD_TARGET, thread)).ifPresent(held::add);
        Optional.ofNullable(jdk.read(JdkField.THREAD_HOLDER, thread))
                .map(holder -> jdk.read(JdkField.HOLDER_TASK, holder))
                .ifPresent(held::add);
        return held;
    }
}
