package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Executors that somebody wrote, with threads and a queue of their own. */
class HomeMadeExecutorsTest {

    @Test
    void oneThatStarvesItselfIsFoundAndNamed() {
        Launched stalled = Launched.run(Stalled.class);

        assertThat(stalled.passed()).isEmpty();
        Found.starvation(stalled, "joinsOnALoop", Verdict.LIKELY, "orders-7");
        Found.starvation(stalled, "joinsAFutureThatATaskCompletes", Verdict.LIKELY, "orders-8");
        Found.starvation(stalled, "getsOnALoopThatWasBusyBefore", Verdict.LIKELY, "orders-9");
        Found.starvation(stalled, "awaitsOnAllThreads", Verdict.LIKELY, "crew");
    }

    @Test
    void oneThatIsOnlySlowPasses() {
        Launched healthy = Launched.run(Healthy.class);

        assertThat(healthy.failed()).isEmpty();
        assertThat(healthy.passed()).containsExactly("burnsTheProcessor", "isBlocked", "isBlockedWithNothingBehind");
    }

    @DetectStalls
    static class Stalled {

        @Test
        void joinsOnALoop() {
            Nesting.supplyAndJoin(new Loop("orders-7"));
        }

        @Test
        void joinsAFutureThatATaskCompletes() {
            Nesting.completeAndJoin(new Loop("orders-8"));
        }

        @Test
        void getsOnALoopThatWasBusyBefore() throws Exception {
            Loop loop = new Loop("orders-9");
            FutureTask<Integer> outer = new FutureTask<>(() -> {
                new Passing().pass();
                FutureTask<Integer> inner = new FutureTask<>(() -> 1);
                loop.execute(inner);
                return inner.get();
            });
            loop.execute(outer);
            outer.get();
        }

        @Test
        void awaitsOnAllThreads() throws InterruptedException {
            Executor crew = new Crew("crew", 2);
            Meeting both = new Meeting(2);
            CountDownLatch ended = new CountDownLatch(2);
            for (int i = 0; i < 2; i++) {
                crew.execute(() -> {
                    both.await();
                    Nesting.awaitTaskOf(crew);
                    ended.countDown();
                });
            }
            ended.await();
        }
    }

    @DetectStalls(after = "1 s")
    static class Healthy {

        @Test
        void burnsTheProcessor() throws InterruptedException {
            runBehind(Passing::burn);
        }

        @Test
        void isBlockedWithNothingBehind() throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(1);
            new Loop("blocked").execute(() -> {
                new Passing().pass();
                ended.countDown();
            });
            ended.await();
        }

        @Test
        @DetectStalls
        void isBlocked() throws InterruptedException {
            runBehind(new Passing()::pass);
        }

        private static void runBehind(Runnable slow) throws InterruptedException {
            Loop loop = new Loop("slow");
            CountDownLatch behind = new CountDownLatch(1);
            loop.execute(slow);
            loop.execute(behind::countDown);
            behind.await();
        }
    }
}
