package io.github.liveliness.monitor;

import java.util.ArrayDeque;
import java.util.Queue;

/** A runtime that queues what it is given and runs it when told to; it answers with the number of the task. */
final class HandRuntime implements Spawn<Integer> {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private RuntimeException refusal;
    private int offers;

    @Override
    public Integer spawn(Runnable beat) {
        offers++;
        if (refusal != null) {
            throw refusal;
        }
        queue.add(beat);
        return offers;
    }

    void refuse(RuntimeException thrown) {
        refusal = thrown;
    }

    void accept() {
        refusal = null;
    }

    void runNext() {
        queue.remove().run();
    }

    /** What DiscardPolicy does. */
    void forget() {
        queue.clear();
    }

    Runnable steal() {
        return queue.remove();
    }

    int queued() {
        return queue.size();
    }

    int offers() {
        return offers;
    }
}
