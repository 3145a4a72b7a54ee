package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the JDK's queues of waiters say of each thread: that it waits, or that somebody has served it already and it has not
 * noticed yet.
 */
final class WaitNodes {
    private static final long NODE_WAITS = 1;
    private static final List<Kind> KINDS = List.of(
            new Kind(JdkField.NODE_WAITER, (heap, node) -> waits(heap, node, JdkField.NODE_STATUS)),
            new Kind(JdkField.LONG_NODE_WAITER, (heap, node) -> waits(heap, node, JdkField.LONG_NODE_STATUS)),
            new Kind(JdkField.STAMPED_NODE_WAITER, (heap, node) -> waits(heap, node, JdkField.STAMPED_NODE_STATUS)),
            new Kind(JdkField.PHASER_NODE_WAITER, WaitNodes::isOfThisPhase),
            new Kind(
                    JdkField.EXCHANGER_NODE_WAITER,
                    (heap, node) -> isUnmatched(heap, node, JdkField.EXCHANGER_NODE_MATCH)),
            new Kind(JdkField.STACK_NODE_WAITER, (heap, node) -> isUnmatched(heap, node, JdkField.STACK_NODE_MATCH)),
            new Kind(
                    JdkField.FAIR_NODE_WAITER,
                    (heap, node) -> isUntouched(heap, node, JdkField.FAIR_NODE_ITEM, JdkField.FAIR_NODE_GIVES)),
            new Kind(
                    JdkField.TRANSFER_NODE_WAITER,
                    (heap, node) -> isUntouched(heap, node, JdkField.TRANSFER_NODE_ITEM, JdkField.TRANSFER_NODE_GIVES)),
            new Kind(
                    JdkField.DUAL_NODE_WAITER,
                    (heap, node) -> isUntouched(heap, node, JdkField.DUAL_NODE_ITEM, JdkField.DUAL_NODE_GIVES)));

    /** The classes of nodes. */
    static final Set<String> CLASSES =
            KINDS.stream().map(kind -> kind.waiter.declaringClass()).collect(Collectors.toUnmodifiableSet());

    private final Map<Integer, List<Boolean>> waiting = new HashMap<>();

    private record Kind(JdkField waiter, Test waits) {}

    @FunctionalInterface
    private interface Test {
        boolean of(Heap heap, int node);
    }

    WaitNodes(Heap heap, Instances instances) {
        for (Kind kind : KINDS) {
            for (int node : instances.of(kind.waiter.declaringClass())) {
                int thread = heap.reference(node, kind.waiter);
                if (thread != Heap.NONE) {
                    waiting.computeIfAbsent(thread, first -> new ArrayList<>()).add(kind.waits.of(heap, node));
                }
            }
        }
    }

    /** Whether a thread is enqueued somewhere and no node of it has been served. */
    boolean waits(int thread) {
        List<Boolean> nodes = waiting.getOrDefault(thread, List.of());
        return !nodes.isEmpty() && nodes.stream().allMatch(waits -> waits);
    }

    private static boolean waits(Heap heap, int node, JdkField status) {
        return (heap.number(node, status).orElse(0L) & NODE_WAITS) != 0;
    }

    private static boolean isOfThisPhase(Heap heap, int node) {
        int root = heap.reference(heap.reference(node, JdkField.PHASER_NODE_PHASER), JdkField.PHASER_ROOT);
        // The phase is the upper half of the phaser's state.
        return heap.number(root, JdkField.PHASER_STATE)
                .map(state -> state >> Integer.SIZE)
                .equals(heap.number(node, JdkField.PHASER_NODE_PHASE));
    }

    private static boolean isUnmatched(Heap heap, int node, JdkField match) {
        return heap.has(node, match) && heap.reference(node, match) == Heap.NONE;
    }

    /** Who gives has an item until it is taken; who asks has none until one is given. */
    private static boolean isUntouched(Heap heap, int node, JdkField item, JdkField gives) {
        boolean hasItem = heap.reference(node, item) != Heap.NONE;
        return heap.has(node, item)
                && heap.number(node, gives)
                        .filter(giver -> (giver != 0) == hasItem)
                        .isPresent();
    }
}
