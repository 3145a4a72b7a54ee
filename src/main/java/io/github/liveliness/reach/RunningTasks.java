package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The futures that interrupt a thread when somebody cancels them: whoever reaches one may end the wait of who runs it. */
final class RunningTasks {
    private static final List<JdkField> RUNNERS =
            List.of(JdkField.FUTURE_TASK_RUNNER, JdkField.ADAPTED_TASK_RUNNER, JdkField.INTERRUPTIBLE_TASK_RUNNER);

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES =
            RUNNERS.stream().map(JdkField::declaringClass).collect(Collectors.toUnmodifiableSet());

    private final Map<Integer, List<Integer>> byThread = new HashMap<>();

    RunningTasks(Heap heap, Instances instances) {
        for (JdkField runner : RUNNERS) {
            for (int task : instances.of(runner.declaringClass())) {
                int thread = heap.reference(task, runner);
                if (thread != Heap.NONE) {
                    byThread.computeIfAbsent(thread, first -> new ArrayList<>()).add(task);
                }
            }
        }
    }

    List<Integer> of(int thread) {
        return byThread.getOrDefault(thread, List.of());
    }
}
