package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import org.junit.jupiter.api.Test;

/** Guava's executors, which hand their tasks on to a pool. */
class GuavaTest {

    @Test
    void aListeningExecutorThatStarvesItselfIsNamedByItsThreads() {
        Launched stalled = Launched.run(Stalled.class);

        assertThat(stalled.passed()).isEmpty();
        Found.starvation(stalled, "gets", Verdict.LIKELY, "listening");
        Found.starvation(stalled, "getsATransformedFuture", Verdict.LIKELY, "listening");
    }

    @Test
    void aListeningExecutorWithThreadsEnoughPasses() {
        Launched healthy = Launched.run(Healthy.class);

        assertThat(healthy.failed()).isEmpty();
        assertThat(healthy.passed()).containsExactly("directly", "withTwoThreads");
    }

    private static ListeningExecutorService listening(int threads) {
        return MoreExecutors.listeningDecorator(Pools.fixed("listening", threads));
    }

    @DetectStalls
    static class Stalled {

        @Test
        void gets() throws Exception {
            Nesting.submitAndGet(listening(1));
        }

        @Test
        void getsATransformedFuture() throws Exception {
            ListeningExecutorService executor = listening(1);
            executor.submit(() -> {
                        ListenableFuture<Integer> inner = executor.submit(() -> 1);
                        return Futures.transform(inner, one -> one + 1, executor)
                                .get();
                    })
                    .get();
        }
    }

    @DetectStalls
    static class Healthy {

        @Test
        void withTwoThreads() throws Exception {
            assertThat(Nesting.submitAndGet(listening(2))).isEqualTo(1);
        }

        @Test
        void directly() throws Exception {
            assertThat(Nesting.submitAndGet(MoreExecutors.newDirectExecutorService()))
                    .isEqualTo(1);
        }
    }
}
