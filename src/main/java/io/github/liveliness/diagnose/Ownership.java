package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.Optional;
import java.util.Set;

/** Tells of single threads and executors whether anybody but the owners of what they wait for could move them. */
final class Ownership {
    private static final Set<Form> LOCKS = Set.of(Form.LOCK, Form.MONITOR_ENTRY);
    private static final Set<Form> OWNED_BY_A_THREAD = Set.of(Form.LOCK, Form.MONITOR_ENTRY, Form.THREAD_END);
    private static final Set<Thread.State> UNTIMED = Set.of(Thread.State.WAITING, Thread.State.BLOCKED);

    private Ownership() {}

    /** Whether nobody but its own known and complete set of threads can drain this executor's queue. */
    static boolean isClosedPool(Node node) {
        return node instanceof ExecutorNode executor && isClosed(executor.state());
    }

    private static boolean isClosed(ExecutorState executor) {
        Size size = executor.size();
        return executor.kind() == Kind.THREAD_POOL
                && size.growth() == Growth.CLOSED
                && size.live() >= size.core()
                && size.live() == executor.workers().size();
    }

    /** Whether each waker of this thread owns what it waits for; time-outs, and the kind of task, don't matter. */
    static boolean isHeldByOwners(Node node) {
        return node instanceof ThreadNode thread
                && thread.waiting().filter(Ownership::isHeldByOwners).isPresent();
    }

    private static boolean isHeldByOwners(Waiting wait) {
        return wait.wakers().stream()
                .allMatch(waker -> isTaskOwner(waker)
                        || (waker instanceof Waker.OwnerThread && OWNED_BY_A_THREAD.contains(wait.form())));
    }

    private static boolean isTaskOwner(Waker waker) {
        return (waker instanceof Waker.QueuedTask queued && queued.tie() == Tie.OWNER)
                || (waker instanceof Waker.RunningTask running && running.tie() == Tie.OWNER);
    }

    /** Whether this worker waits for ever unless one exact task completes; of workers alone a snapshot is so sure. */
    static boolean needsOneTask(Node node) {
        return endlessWait(node)
                .filter(wait -> isWorker(node))
                .filter(wait -> wait.form() == Form.FUTURE_TASK)
                .flatMap(Ownership::onlyWaker)
                .filter(Ownership::isTaskOwner)
                .isPresent();
    }

    private static boolean isWorker(Node node) {
        return node instanceof ThreadNode thread && thread.employer().isPresent();
    }

    /** The thread that has to let go of a lock, if this one waits for ever unless it does. */
    static Optional<ThreadId> lockOwner(Node node) {
        return endlessWait(node)
                .filter(wait -> LOCKS.contains(wait.form()))
                .flatMap(Ownership::onlyWaker)
                .flatMap(waker ->
                        waker instanceof Waker.OwnerThread owner ? Optional.of(owner.thread()) : Optional.empty());
    }

    private static Optional<Waker> onlyWaker(Waiting wait) {
        return wait.wakers().size() == 1 ? Optional.of(wait.wakers().get(0)) : Optional.empty();
    }

    /** A wait without a time-out, in our reading of it and in the JVM's. */
    private static Optional<Waiting> endlessWait(Node node) {
        return node instanceof ThreadNode thread
                        && thread.state()
                                .filter(state -> UNTIMED.contains(state.state()))
                                .isPresent()
                ? thread.waiting().filter(wait -> wait.limit() instanceof Limit.None)
                : Optional.empty();
    }
}
