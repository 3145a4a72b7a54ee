package io.github.liveliness.reach;

import java.util.List;

/**
 * A live thread.
 *
 * @param serial how the dump numbers it
 * @param object its {@code Thread}
 * @param stack its frames, innermost first
 * @param roots what its frames hold
 */
record HeapThread(int serial, int object, List<HeapFrame> stack, List<Root.Stack> roots) {
    HeapThread {
        stack = List.copyOf(stack);
        roots = List.copyOf(roots);
    }
}
