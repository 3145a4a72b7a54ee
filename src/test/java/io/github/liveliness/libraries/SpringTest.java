package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Spring's task executors, which hold a pool of the JDK that nobody else sees. */
class SpringTest {

    /** Never proven by ownership: its pool is of a class of Spring's, which sees each task and might run it by hand. */
    @Test
    void aTaskExecutorThatStarvesItselfIsNamedByItsThreads() {
        Launched stalled = Launched.run(Stalled.class);

        assertThat(stalled.passed()).isEmpty();
        Found.starvation(stalled, "asConfiguredByDefault", Verdict.LIKELY, "ThreadPoolTaskExecutor");
        Found.starvation(stalled, "withFourThreads", Verdict.LIKELY, "orders");
        Found.starvation(stalled, "behindAnAdapter", Verdict.LIKELY, "adapted");
        Found.starvation(stalled, "joinsACompletableFuture", Verdict.LIKELY, "async");
        Found.starvation(stalled, "asAScheduler", Verdict.LIKELY, "timer");
    }

    @Test
    void aTaskExecutorWithThreadsEnoughPasses() {
        Launched healthy = Launched.run(Healthy.class);

        assertThat(healthy.failed()).isEmpty();
        assertThat(healthy.passed()).containsExactly("withAThreadForEachTask", "withThreadsEnough");
    }

    private static ThreadPoolTaskExecutor executor(String name, int threads) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix(name + "-");
        executor.setCorePoolSize(threads);
        executor.initialize();
        return executor;
    }

    private static int submitAndGet(AsyncTaskExecutor executor) throws Exception {
        return executor.submit(() -> executor.submit(() -> 1).get()).get();
    }

    @DetectStalls
    static class Stalled {

        /** One thread and a queue without bounds: the second thread never comes. */
        @Test
        void asConfiguredByDefault() throws Exception {
            ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
            executor.initialize();
            submitAndGet(executor);
        }

        @Test
        void withFourThreads() throws Exception {
            Nesting.submitAndGetOnAll(executor("orders", 4).getThreadPoolExecutor(), 4);
        }

        @Test
        void behindAnAdapter() throws Exception {
            submitAndGet(new TaskExecutorAdapter(new ConcurrentTaskExecutor(executor("adapted", 1))));
        }

        @Test
        void joinsACompletableFuture() {
            ThreadPoolTaskExecutor executor = executor("async", 1);
            executor.submitCompletable(() -> executor.submitCompletable(() -> 1).join())
                    .join();
        }

        @Test
        void asAScheduler() throws Exception {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setThreadNamePrefix("timer-");
            scheduler.initialize();
            submitAndGet(scheduler);
        }
    }

    @DetectStalls
    static class Healthy {

        @Test
        void withThreadsEnough() throws Exception {
            assertThat(submitAndGet(executor("orders", 2))).isEqualTo(1);
        }

        @Test
        void withAThreadForEachTask() throws Exception {
            assertThat(submitAndGet(new SimpleAsyncTaskExecutor())).isEqualTo(1);
        }
    }
}
