package io.github.liveliness.watch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The queues that more than one executor drains: none of them is ever stuck with only one of its pools. */
final class SharedQueues {
    private final Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    SharedQueues(List<WatchedExecutor> executors) {
        Set<Object> once = Collections.newSetFromMap(new IdentityHashMap<>());
        for (WatchedExecutor executor : executors) {
            Object queue = executor.read(0).map(Reading::queue).orElse(null);
            if (queue != null && !once.add(queue)) {
                shared.add(queue);
            }
        }
    }

    boolean contains(Reading reading) {
        Object queue = reading.queue();
        return queue != null && shared.contains(queue);
    }
}
