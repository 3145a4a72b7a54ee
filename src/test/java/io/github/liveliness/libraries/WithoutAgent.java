package io.github.liveliness.libraries;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.StallError;
import io.github.liveliness.StallWatch;
import io.github.liveliness.model.Stall;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Runs one of its fixtures in a JVM without agent, and prints what came of it. */
final class WithoutAgent {
    private WithoutAgent() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        Launched launched = Launched.run(Class.forName(WithoutAgent.class.getName() + "$" + arguments[0]));
        for (String test : launched.failed()) {
            StallError error = launched.stallOf(test);
            Stall stall = error.stall();
            System.out.println(test + ": " + stall.verdict() + " " + stall.kind() + " of " + stall.executors());
            System.out.println(error.getMessage());
        }
        System.out.println("passed " + launched.passed() + ", failed " + launched.failed());
    }

    @DetectStalls
    static class Stalled {
        private final ExecutorService own = Pools.fixed("field", 2);

        @Test
        void byField() throws Exception {
            Nesting.submitAndGetOnAll(own, 2);
        }

        @Test
        void watched(StallWatch watch) throws Exception {
            Nesting.submitAndGet(watch.watch(Pools.fixed("watched", 1)));
        }

        @Test
        void wrapped(StallWatch watch) throws Exception {
            Nesting.submitAndGet(watch.wrap(Pools.fixed("wrapped", 1)));
        }

        @Test
        void scheduled(StallWatch watch) throws Exception {
            Nesting.submitAndGet(watch.watch(Executors.newScheduledThreadPool(1, Pools.threads("timer"))));
        }
    }

    @DetectStalls
    static class StalledForAll {
        private static final ExecutorService SHARED = Pools.fixed("static-field", 1);

        @Test
        void byStaticField() throws Exception {
            Nesting.submitAndGet(SHARED);
        }
    }

    @DetectStalls
    static class Unreadable {

        @Test
        void besideClosedOnes(StallWatch watch) throws Exception {
            List<Executor> unreadable =
                    List.of(new Traced(1), new ForkJoinPool(1), Executors.newSingleThreadExecutor(), Runnable::run);
            unreadable.forEach(watch::watch);
            try {
                Nesting.submitAndGet(watch.watch(Pools.fixed("watched", 1)));
            } finally {
                // Watched executors are held weakly: one that is collected meanwhile is not reported.
                Reference.reachabilityFence(unreadable);
            }
        }
    }

    @DetectStalls
    static class Healthy {

        @Test
        void threadsEnough(StallWatch watch) throws Exception {
            Nesting.submitAndGet(watch.watch(Pools.fixed("enough", 2)));
        }

        @Test
        void longTask(StallWatch watch) throws Exception {
            ExecutorService pool = watch.watch(Pools.fixed("slow", 1));
            pool.submit(new Passing()::pass);
            pool.submit(() -> 1).get();
        }

        /** The other pool's only task could be this pool's, as far as one can see. */
        @Test
        void stuckBesideAnotherPool(StallWatch watch) throws Exception {
            CountDownLatch end = new CountDownLatch(1);
            Pools.fixed("other", 1).submit(() -> {
                new Passing().pass();
                end.countDown();
            });
            ExecutorService pool = watch.watch(Pools.fixed("stuck", 1));
            Future<Integer> outer = pool.submit(() -> pool.submit(() -> 1).get());
            end.await();
            outer.cancel(true);
        }
    }
}
