package io.github.liveliness.diagnose;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Threads and executors that only one another can move. */
final class Knot {
    private final Set<Node> members;
    private final Set<Node> all;
    private final List<ThreadNode> threads;
    private final List<ExecutorNode> executors;
    private final boolean lockCycle;

    /**
     * Ties a knot.
     *
     * @param members each of them waits for all the others, directly or through others, and for nobody else
     * @param all the members and everything stuck that waits for them
     */
    Knot(Set<Node> members, Set<Node> all) {
        this.members = members;
        this.all = all;
        this.threads = only(ThreadNode.class, members)
                .sorted(Comparator.comparingLong(thread -> thread.id().number()))
                .toList();
        this.executors = only(ExecutorNode.class, members).toList();
        this.lockCycle = threads.stream().anyMatch(ThreadNode::inLockCycle);
    }

    private static <N extends Node> Stream<N> only(Class<N> type, Set<Node> nodes) {
        return nodes.stream().filter(type::isInstance).map(type::cast);
    }

    Set<Node> members() {
        return members;
    }

    Set<Node> all() {
        return all;
    }

    /** The members that are threads, the oldest first. */
    List<ThreadNode> threads() {
        return threads;
    }

    /** The members that are executors: those whose queues hold what other members wait for. */
    List<ExecutorNode> executors() {
        return executors;
    }

    /** Whether the picture shows anything of it: the JVM also reports cycles of locks that concern nobody in there. */
    boolean isSeen() {
        return all.stream()
                .anyMatch(node ->
                        !(node instanceof ThreadNode thread) || thread.state().isPresent());
    }

    /** Whether this is a cycle of locks that the JVM reports. */
    boolean isLockCycle() {
        return lockCycle;
    }
}
