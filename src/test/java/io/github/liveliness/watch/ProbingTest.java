package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProbingTest {
    private static final long PATIENCE = Duration.ofMillis(100).toNanos();

    private static StartedTasks started;

    private final AtomicLong now = new AtomicLong();
    private final Front executor = new Front();
    private final Probing probing = probing();

    /** An executor that does with a task whatever a test wants. */
    private static final class Front implements Executor {
        final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
        volatile Consumer<Runnable> reaction = queue::add;

        @Override
        public void execute(Runnable task) {
            reaction.accept(task);
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

    private Probing probing() {
        executor.execute(new Work(1));
        return new Probing(ExecutorTable.SEEN.find(executor), new Prober(now::get), started, now::get);
    }

    @Test
    void workIsPendingOnceItIsNotYoungAnyMore() {
        long submitted = submissions().get(0).nanoTime();

        now.set(submitted + PATIENCE - 1);
        assertThat(probing.pending()).isEmpty();
        now.set(submitted + PATIENCE);
        assertThat(probing.pending()).extracting(SeenSubmission::get).containsExactly(new Work(1));
    }

    @Test
    void aTaskThatShowsThatItHasStartedIsNotPending() {
        executor.execute(new FutureTask<>(() -> 1));
        CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> 1, executor);
        muchLater();
        assertThat(probing.pending()).hasSize(3);

        executor.queue.forEach(Runnable::run);

        assertThat(future).isCompleted();
        assertThat(probing.pending()).extracting(SeenSubmission::get).containsExactly(new Work(1));
    }

    @Test
    void oneProbeIsUnderwayAtMostAndIsNoWorkItself() {
        sendProbe();
        probing.ask();
        probing.ask();
        muchLater();

        await().during(Duration.ofMillis(200)).until(() -> executor.queue.size() == 2);
        assertThat(probing.pending()).hasSize(1);
    }

    @Test
    void whatCameBeforeAProbeThatRanHasStarted() {
        sendProbe();
        executor.queue.forEach(Runnable::run);

        assertThat(probing.pending()).isEmpty();
        assertThat(probing.unanswered()).isEmpty();
        assertThat(probing.answers()).isEqualTo(1);
    }

    @Test
    void theThreadThatRanAProbeIsRememberedWhileItLives() throws InterruptedException {
        sendProbe();
        CountDownLatch end = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            executor.queue.forEach(Runnable::run);
            await().until(() -> end.getCount() == 0);
        });
        worker.start();
        await().until(() -> probing.pending().isEmpty());

        assertThat(probing.answerers()).containsExactly(worker);
        end.countDown();
        worker.join();
        assertThat(probing.answerers()).isEmpty();
    }

    /** It was recorded before the probe was sent, and may have come into the queue after it. */
    @Test
    void workThatWasYoungWhenTheProbeWasSentIsAskedAboutAgain() {
        executor.execute(new Work(2));
        long first = submissions().get(1).nanoTime();
        long second = submissions().get(0).nanoTime();
        now.set(first + PATIENCE + (second - first) / 2);
        probing.ask();
        await().until(() -> executor.queue.size() == 3);

        executor.queue.forEach(Runnable::run);
        muchLater();

        assertThat(probing.pending()).extracting(SeenSubmission::get).containsExactly(new Work(2));
    }

    @Test
    void aProbeThatIsRefusedTellsNothing() {
        executor.reaction = task -> {
            throw new RejectedExecutionException("full");
        };
        losesProbe();
    }

    @Test
    void aProbeThatItsSenderRunsTellsNothing() {
        executor.reaction = Runnable::run;
        losesProbe();
    }

    @Test
    void aProbeThatIsDroppedTellsNothing() {
        executor.reaction = task -> System.gc();
        losesProbe();
    }

    private void losesProbe() {
        muchLater();
        probing.ask();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(probing.pending()).isEmpty();
        });
        assertThat(probing.answers()).isZero();
        assertThat(probing.answerers()).isEmpty();
    }

    private void sendProbe() {
        muchLater();
        probing.ask();
        await().until(() -> executor.queue.size() == 2);
    }

    private List<SeenSubmission> submissions() {
        return ExecutorTable.SEEN.find(executor).submissions().newestFirst();
    }

    private void muchLater() {
        now.set(System.nanoTime() + 10 * PATIENCE);
    }
}
