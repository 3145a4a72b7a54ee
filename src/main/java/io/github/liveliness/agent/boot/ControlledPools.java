package io.github.liveliness.agent.boot;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** The pools that the threads of a controlled run work for and submit to, by the order in which they were met. */
final class ControlledPools {

    private final IdentityNumbers numbers = new IdentityNumbers();
    private Object[] pools = new Object[8];
    private int[] backlogs = new int[8];

    int number(Object pool) {
        int number = numbers.of(pool);
        if (number == pools.length) {
            pools = Arrays.copyOf(pools, 2 * number);
            backlogs = Arrays.copyOf(backlogs, 2 * number);
        }
        pools[number] = pool;
        return number;
    }

    void submitted(Object pool) {
        backlogs[number(pool)]++;
    }

    void begun(int number) {
        backlogs[number] = Math.max(0, backlogs[number] - 1);
    }

    int backlog(int number) {
        return isKnown(number) ? backlogs[number] : 0;
    }

    int size(int number) {
        Object pool = isKnown(number) ? pools[number] : null;
        if (pool instanceof ThreadPoolExecutor threads) {
            return threads.getCorePoolSize();
        }
        return pool instanceof ForkJoinPool workers ? workers.getParallelism() : 0;
    }

    private boolean isKnown(int number) {
        return number > 0 && number <= numbers.count();
    }
}
