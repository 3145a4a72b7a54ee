package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.testing.Pools;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an executor still owes, read without a call of the user's code. */
class PendingFuturesTest {
    private static final ScopeId OWNER = new ScopeId(Long.MAX_VALUE - 1);

    private final CountDownLatch over = new CountDownLatch(1);
    private Watch watch;
    private ExecutorService pool;

    @BeforeEach
    void openTheWatch() {
        OpenedJdk.internals();
        watch = Watch.open(System::nanoTime);
        pool = Hooked.inScope(OWNER, () -> Pools.fixed("owing", 1));
    }

    @AfterEach
    void letEverythingGo() {
        over.countDown();
        pool.shutdownNow();
    }

    @Test
    void aFutureIsPendingUntilItIsDone() {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {}, pool);
        done.join();
        CompletableFuture<Void> running = CompletableFuture.runAsync(this::awaitTheEnd, pool);

        assertThat(pending()).isEqualTo(List.of(running)).doesNotContain(done);
    }

    @Test
    void aFutureOfTheUsersIsNotAsked() {
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Void> pending =
                new Counting<Void>(asked).completeAsync(() -> null, this::executeBehindTheRunningTask);

        assertThat(pending()).contains(pending);
        assertThat(asked).hasValue(0);
    }

    private void executeBehindTheRunningTask(Runnable task) {
        pool.execute(this::awaitTheEnd);
        pool.execute(task);
    }

    private List<CompletableFuture<?>> pending() {
        watch.tick(new Tick(System.nanoTime(), 0), List.of());
        ExecutorId id = watch.madeBy(OWNER).stream()
                .filter(made ->
                        watch.executor(made).filter(found -> found == pool).isPresent())
                .findFirst()
                .orElseThrow();
        return watch.pendingFutures(id);
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Counting<T> extends CompletableFuture<T> {
        private final AtomicInteger asked;

        Counting(AtomicInteger asked) {
            this.asked = asked;
        }

        @Override
        public boolean isDone() {
            asked.incrementAndGet();
            return super.isDone();
        }
    }
}
