package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Obstacle;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A thread that had not ended when nobody could go on.
 *
 * @param number 0 runs the test body, the others count in the order in which they were started
 * @param obstacle what keeps it from going on
 * @param awaited what it waits for: a monitor, a thread, or what it is parked on
 * @param owner the thread that holds that monitor or owns that lock
 * @param pool the pool that it works for
 * @param isInTask whether it is inside a task of that pool; if not, it is idle
 * @param stack where it stands
 */
@API(status = API.Status.INTERNAL)
public record StalledThread(
        Thread thread,
        int number,
        Obstacle obstacle,
        Optional<Object> awaited,
        Optional<Thread> owner,
        Optional<Object> pool,
        boolean isInTask,
        List<StackTraceElement> stack) {

    public StalledThread {
        stack = List.copyOf(stack);
    }

    /** Whether it is a worker that waits for work, and not one that is stuck in it. */
    public boolean isIdle() {
        return pool.isPresent() && !isInTask;
    }
}
