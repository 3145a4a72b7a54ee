package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import java.util.Optional;

/** A thread; its state is absent where the JVM calls it deadlocked and nothing else is known of it. */
final class ThreadNode extends Node {
    private final ThreadId id;
    private final Optional<ThreadState> state;
    private final Optional<Waiting> waiting;
    private final Optional<ExecutorId> employer;
    private final Optional<ThreadId> lockOwner;

    ThreadNode(ThreadId id, Optional<ThreadState> state, Optional<ExecutorId> employer, Optional<ThreadId> lockOwner) {
        this.id = id;
        this.state = state;
        this.waiting = state.map(ThreadState::activity)
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast);
        this.employer = employer;
        this.lockOwner = lockOwner;
    }

    ThreadId id() {
        return id;
    }

    Optional<ThreadState> state() {
        return state;
    }

    Optional<Waiting> waiting() {
        return waiting;
    }

    /** The executor that it works for. */
    Optional<ExecutorId> employer() {
        return employer;
    }

    boolean worksFor(ExecutorNode executor) {
        return employer.filter(executor.id()::equals).isPresent();
    }

    /** Who holds the lock that it wants, as the JVM tells of a thread in a cycle of locks. */
    Optional<ThreadId> lockOwner() {
        return lockOwner;
    }

    boolean inLockCycle() {
        return lockOwner.isPresent();
    }

    boolean isTimed() {
        return waiting.isPresent() && waiting.get().limit() instanceof Limit.Timed;
    }

    String quotedName() {
        return state.map(known -> Wording.quoted(known.name())).orElse("thread " + id.number());
    }
}
