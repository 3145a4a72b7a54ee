package io.github.liveliness.diagnose;

import static io.github.liveliness.diagnose.Wording.list;
import static io.github.liveliness.diagnose.Wording.named;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says who in a knot waits for whom: the main clause of its sentence. */
final class KnotCause {

    private KnotCause() {}

    /** The clause for a knot in which all threads of these executors, and perhaps other threads, take part. */
    static String of(Knot knot, Stall.Kind kind, List<ExecutorNode> executors) {
        if (knot.isLockCycle()) {
            return lockCycle(knot);
        }
        if (kind == Stall.Kind.STARVATION) {
            return starvation(knot);
        }
        return knot.members().size() == 1 ? selfWait(knot) : deadlock(knot, executors);
    }

    private static String lockCycle(Knot knot) {
        return list(names(knot.threads())) + " each hold a lock that "
                + (knot.threads().size() == 2 ? "the other one" : "another of them") + " waits for";
    }

    private static String starvation(Knot knot) {
        String executor = "executor " + knot.executors().get(0).quotedName();
        int threads = knot.threads().size();
        if (threads == 1) {
            return "the only thread of " + executor + " waits for a task that is queued behind it in the same executor";
        }
        return "all " + threads + " of " + threads + " threads of " + executor + " wait for "
                + (needsOnlyQueuedTasks(knot) ? "" : "one another and for ")
                + "tasks that are queued behind them in the same executor";
    }

    private static String selfWait(Knot knot) {
        return list(names(knot.threads())) + " waits for the very task that it runs";
    }

    private static String deadlock(Knot knot, List<ExecutorNode> executors) {
        Set<Node> employed = executors.stream()
                .flatMap(executor -> executor.needs().stream())
                .collect(Collectors.toSet());
        List<ThreadNode> others = knot.threads().stream()
                .filter(thread -> !employed.contains(thread))
                .toList();
        List<String> parties = new ArrayList<>();
        if (!executors.isEmpty()) {
            List<String> names =
                    executors.stream().map(ExecutorNode::quotedName).toList();
            parties.add("all threads of " + named("executor", names));
        }
        if (!others.isEmpty()) {
            parties.add(named("thread", names(others)));
        }
        return list(parties) + " wait for "
                + (needsOnlyQueuedTasks(knot) ? "tasks queued in each other" : "each other");
    }

    private static boolean needsOnlyQueuedTasks(Knot knot) {
        return knot.threads().stream()
                .flatMap(thread -> thread.waiting().stream())
                .flatMap(wait -> wait.wakers().stream())
                .allMatch(Waker.QueuedTask.class::isInstance);
    }

    private static List<String> names(List<ThreadNode> threads) {
        return threads.stream().map(ThreadNode::quotedName).toList();
    }
}
