package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenSubmissionsTest {
    private static final long PATIENCE = Duration.ofMillis(100).toNanos();

    private static StartedTasks started;

    private final AtomicLong now = new AtomicLong();
    private final Keeper executor = new Keeper();
    private final OpenSubmissions open = submissions();

    private static final class Keeper implements Executor {
        final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

        @Override
        public void execute(Runnable task) {
            queue.add(task);
        }
    }

    private record Work(int number) implements Runnable {
        @Override
        public void run() {
            assertThat(number).isPositive();
        }
    }

    @BeforeAll
    static void openTheJdk() {
        started = new StartedTasks(OpenedJdk.internals());
    }

    private OpenSubmissions submissions() {
        executor.execute(new Work(1));
        return new OpenSubmissions(ExecutorTable.SEEN.find(executor), started, now::get);
    }

    @Test
    void workIsOpenOnceItIsNotYoungAnyMore() {
        long submitted = recorded().get(0).nanoTime();

        now.set(submitted + PATIENCE - 1);
        assertThat(open.oldestFirst()).isEmpty();
        now.set(submitted + PATIENCE);
        assertThat(open.oldestFirst()).extracting(SeenSubmission::get).containsExactly(new Work(1));
    }

    @Test
    void theOldestComesFirst() {
        executor.execute(new Work(2));
        executor.execute(new Work(3));
        muchLater();

        assertThat(open.oldestFirst())
                .extracting(SeenSubmission::get)
                .containsExactly(new Work(1), new Work(2), new Work(3));
    }

    @Test
    void aTaskThatWasHandedInTwiceIsOpenOnce() {
        executor.queue.forEach(executor::execute);
        muchLater();

        assertThat(open.oldestFirst()).hasSize(1);
    }

    @Test
    void aTaskThatShowsThatItHasStartedIsNotOpen() {
        executor.execute(new FutureTask<>(() -> 1));
        CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> 1, executor);
        muchLater();
        assertThat(open.oldestFirst()).hasSize(3);

        executor.queue.forEach(Runnable::run);

        assertThat(future).isCompleted();
        assertThat(open.oldestFirst()).extracting(SeenSubmission::get).containsExactly(new Work(1));
    }

    @Test
    void whatIsTwiceNotFoundQueuedHasStarted() {
        muchLater();

        open.notFound(open.oldestFirst());
        assertThat(open.oldestFirst()).hasSize(1);
        open.notFound(open.oldestFirst());
        assertThat(open.oldestFirst()).isEmpty();
    }

    private List<SeenSubmission> recorded() {
        return ExecutorTable.SEEN.find(executor).submissions().newestFirst();
    }

    private void muchLater() {
        now.set(System.nanoTime() + 10 * PATIENCE);
    }
}
