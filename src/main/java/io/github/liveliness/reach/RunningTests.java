package io.github.liveliness.reach;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What JUnit keeps of a test that is running, and only the thread that runs it uses: other threads of JUnit hold the test to
 * run what comes before, beside or after it.
 *
 * <p>Of a test that has not begun nothing is left out: it may give what the running one waits for. Nor are extensions, contexts
 * or values in stores, which code of users may have.
 */
final class RunningTests {
    /** Runs a test, a class or an engine, once; all that it keeps is for the thread that does. */
    static final String TASK = "org.junit.platform.engine.support.hierarchical.NodeTestTask";

    static final String WHAT_IS_RUN = "testDescriptor";

    /** One of the invocations of a template: nobody but who runs it asks for its arguments. */
    static final String INVOCATION = "org.junit.jupiter.engine.descriptor.TestTemplateInvocationTestDescriptor";

    static final String ARGUMENTS = "invocationContext";

    private final Heap heap;
    private final Map<Integer, Set<Integer>> threadsByTask = new HashMap<>();

    RunningTests(Heap heap) {
        this.heap = heap;
        for (HeapThread thread : heap.threads()) {
            for (Root.Stack held : thread.roots()) {
                if (heap.isA(held.object(), TASK)) {
                    threadsByTask
                            .computeIfAbsent(held.object(), first -> new HashSet<>())
                            .add(thread.object());
                }
            }
        }
    }

    /** The references that nobody follows but this thread. */
    Set<Gate.Reference> of(HeapThread thread) {
        Set<Gate.Reference> references = new HashSet<>();
        for (Root.Stack held : thread.roots()) {
            // One that some other thread has at hand as well may be run by that.
            if (runs(thread, held)
                    && threadsByTask.getOrDefault(held.object(), Set.of()).size() == 1) {
                heap.forEach(held.object(), kept -> references.add(new Gate.Reference(held.object(), kept)));
                int run = heap.reference(held.object(), TASK, WHAT_IS_RUN);
                references.add(new Gate.Reference(run, heap.reference(run, INVOCATION, ARGUMENTS)));
            }
        }
        return references;
    }

    private static boolean runs(HeapThread thread, Root.Stack held) {
        return held.frame() >= 0
                && held.frame() < thread.stack().size()
                && thread.stack().get(held.frame()).className().equals(TASK);
    }
}
