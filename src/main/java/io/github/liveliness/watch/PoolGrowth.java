package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorState.Growth;
import java.util.Set;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;

/** Tells whether more work makes a ThreadPoolExecutor start another thread. */
final class PoolGrowth {
    /** None of these drains the queue on behalf of a rejected task. */
    private static final Set<Class<? extends RejectedExecutionHandler>> HARMLESS_REJECTIONS = Set.of(
            ThreadPoolExecutor.AbortPolicy.class,
            ThreadPoolExecutor.CallerRunsPolicy.class,
            ThreadPoolExecutor.DiscardPolicy.class,
            ThreadPoolExecutor.DiscardOldestPolicy.class);

    private PoolGrowth() {}

    /** The growth of a pool with so many threads, whose queue holds so many tasks before it overflows. */
    static Growth of(int core, int maximum, int live, int capacity, Object rejection) {
        if (live < core) {
            return Growth.OPEN;
        }
        if (capacity == Integer.MAX_VALUE) {
            return Growth.CLOSED;
        }
        if (!HARMLESS_REJECTIONS.contains(rejection.getClass())) {
            return Growth.OPEN;
        }
        return live >= maximum ? Growth.CLOSED : belowMaximum(capacity);
    }

    /** A queue that holds nothing has nothing to overflow: whoever finds no idle worker starts a thread. */
    private static Growth belowMaximum(int capacity) {
        return capacity == 0 ? Growth.OPEN : Growth.ON_OVERFLOW;
    }
}
