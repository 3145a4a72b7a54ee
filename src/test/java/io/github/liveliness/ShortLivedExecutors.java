package io.github.liveliness;

import io.github.liveliness.testing.Heap;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/**
 * A test that makes a hundred thousand executors, uses some of them and forgets them all. Prints how much of the heap is in use
 * that was not after the first few.
 */
final class ShortLivedExecutors {
    private static final int WARM_UP = 2_000;
    private static final int ALL = 100_000;

    /** To start a thread for each would take longer than all the rest. */
    private static final int UNUSED = 10;

    private ShortLivedExecutors() {}

    public static void main(String[] arguments) {
        System.out.println("passed " + Launched.run(Making.class).passed());
    }

    @DetectStalls
    static class Making {
        @Test
        void makesThem() throws Exception {
            make(WARM_UP);
            long before = Heap.used();
            make(ALL);
            System.out.println("grown " + (Heap.used() - before));
        }

        private static void make(int count) throws Exception {
            for (int number = 0; number < count; number++) {
                ExecutorService pool = Pools.fixed("short-lived", 1);
                if (number % UNUSED == 0) {
                    pool.submit(() -> 1).get();
                }
                pool.shutdown();
            }
        }
    }
}
