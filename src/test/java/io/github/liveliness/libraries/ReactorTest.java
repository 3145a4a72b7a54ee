package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reactor's schedulers, which are no executors themselves. */
class ReactorTest {

    @Test
    void aSchedulerThatWaitsForItselfIsNamedByItsThreads() {
        Launched stalled = Launched.run(Stalled.class);

        assertThat(stalled.passed()).isEmpty();
        Found.starvation(stalled, "single", Verdict.LIKELY, "single-orders");
        Found.starvation(stalled, "parallel", Verdict.LIKELY, "parallel-orders");
        Found.starvation(stalled, "boundedElastic", Verdict.LIKELY, "elastic-orders");
        Found.starvation(stalled, "boundedElasticThatBlocks", Verdict.LIKELY, "blocking-orders");
    }

    @Test
    void aSchedulerWithThreadsEnoughPasses() {
        Launched healthy = Launched.run(Healthy.class);

        assertThat(healthy.failed()).isEmpty();
        assertThat(healthy.passed()).containsExactly("answers", "subscribesOnAnother");
    }

    private static CompletableFuture<Integer> answer(Scheduler scheduler) {
        return Mono.fromCallable(() -> 1).subscribeOn(scheduler).toFuture();
    }

    private static void joinInside(Scheduler scheduler) {
        Mono.fromCallable(() -> answer(scheduler).join())
                .subscribeOn(scheduler)
                .toFuture()
                .join();
    }

    @DetectStalls
    static class Stalled {

        @Test
        void single() {
            joinInside(Schedulers.newSingle("single-orders", true));
        }

        @Test
        void parallel() {
            joinInside(Schedulers.newParallel("parallel-orders", 1, true));
        }

        @Test
        void boundedElastic() {
            joinInside(Schedulers.newBoundedElastic(1, 10, "elastic-orders", 60, true));
        }

        @Test
        void boundedElasticThatBlocks() {
            Scheduler scheduler = Schedulers.newBoundedElastic(1, 10, "blocking-orders", 60, true);
            Mono<Integer> inner = Mono.fromCallable(() -> 1).subscribeOn(scheduler);
            Mono.fromCallable(inner::block).subscribeOn(scheduler).block();
        }
    }

    @DetectStalls
    static class Healthy {

        @Test
        void answers() {
            assertThat(answer(Schedulers.newSingle("single")).join()).isEqualTo(1);
        }

        @Test
        void subscribesOnAnother() {
            joinInside(Schedulers.newBoundedElastic(2, 10, "two"));
        }
    }
}
