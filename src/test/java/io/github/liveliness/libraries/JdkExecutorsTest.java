package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.StallWatch;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The JDK's executors, behind the wrappers that its factories return, and a user's kind of them. */
class JdkExecutorsTest {

    @Test
    void oneThatStarvesItselfIsNamedByItsThreads() {
        Launched stalled = Launched.run(Stalled.class);

        assertThat(stalled.passed()).isEmpty();
        Found.starvation(stalled, "aSingleThread", Verdict.PROVEN, "single");
        Found.starvation(stalled, "anUnconfigurableExecutor", Verdict.PROVEN, "sealed");
        Found.starvation(stalled, "aWrapperHandedOver", Verdict.PROVEN, "early");
        Found.starvation(stalled, "aSingleScheduledThread", Verdict.LIKELY, "timer");
        Found.starvation(stalled, "aSubclass", Verdict.PROVEN, "traced");
        Found.starvation(stalled, "aFutureThatATaskCompletes", Verdict.LIKELY, "single");
    }

    @Test
    void oneWithThreadsEnoughPasses() {
        Launched healthy = Launched.run(Healthy.class);

        assertThat(healthy.failed()).isEmpty();
        assertThat(healthy.passed()).containsExactly("aSubclass", "twoScheduledThreads");
    }

    @DetectStalls
    static class Stalled {

        @Test
        void aSingleThread() throws Exception {
            Nesting.submitAndGet(Executors.newSingleThreadExecutor(Pools.threads("single")));
        }

        @Test
        void anUnconfigurableExecutor() throws Exception {
            Nesting.submitAndGet(Executors.unconfigurableExecutorService(Pools.fixed("sealed", 1)));
        }

        @Test
        void aWrapperHandedOver(StallWatch watch) throws Exception {
            Nesting.submitAndGet(watch.watch(Executors.newSingleThreadExecutor(Pools.threads("early"))));
        }

        @Test
        void aSingleScheduledThread() throws Exception {
            ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, Pools.threads("timer"));
            timer.schedule(
                            () -> timer.schedule(() -> 1, 1, TimeUnit.MILLISECONDS)
                                    .get(),
                            1,
                            TimeUnit.MILLISECONDS)
                    .get();
        }

        @Test
        void aSubclass() throws Exception {
            Nesting.submitAndGet(new Traced(1));
        }

        @Test
        void aFutureThatATaskCompletes() {
            Nesting.completeAndJoin(Executors.newSingleThreadExecutor(Pools.threads("single")));
        }
    }

    @DetectStalls
    static class Healthy {

        @Test
        void twoScheduledThreads() throws Exception {
            ExecutorService timer = Executors.newScheduledThreadPool(2);
            assertThat(Nesting.submitAndGet(timer)).isEqualTo(1);
        }

        @Test
        void aSubclass() throws Exception {
            assertThat(Nesting.submitAndGet(new Traced(2))).isEqualTo(1);
        }
    }
}
