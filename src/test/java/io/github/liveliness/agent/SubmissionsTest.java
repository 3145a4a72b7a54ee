package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.agent.boot.SubmissionRing;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    /** A lambda, which the agent leaves alone, and one that captures, which is a new object for each test. */
    private final Executor executor = runningAfter(() -> {});

    @Test
    void aSubmissionKnowsWhoMadeItAndWhere() {
        Object task = new Object();
        long before = System.nanoTime();

        Hooks.taskSubmitted(executor, task);

        SeenSubmission submission = submissions().find(task);
        assertThat(submission.threadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(submission.nanoTime() - before).isNotNegative();
        assertThat(submission.frames().get(0).getMethodName()).isEqualTo("aSubmissionKnowsWhoMadeItAndWhere");
        assertThat(submission.frames().get(0).getClassName()).isEqualTo(SubmissionsTest.class.getName());
        assertThat(submission.frames().get(0).getLineNumber()).isPositive();
    }

    @Test
    void itsFramesAreTheNearestOutsideTheJdk() {
        Object task = new Object();

        IntStream.of(1).forEach(any -> submitFrom(20, task));

        assertThat(submissions().find(task).frames())
                .hasSize(12)
                .allMatch(frame -> frame.getMethodName().equals("submitFrom"));
    }

    @Test
    void aSubmissionKnowsTheScopeOfItsThread() {
        Object task = new Object();

        long previous = ScopeMark.enter(7);
        Hooks.taskSubmitted(executor, task);
        ScopeMark.restore(previous);

        assertThat(submissions().find(task).scope()).isEqualTo(7);
    }

    @Test
    void anExecutorFirstSeenAtASubmissionIsKnownFromThenOn() {
        Hooks.taskSubmitted(executor, new Object());

        assertThat(seen().wasMadeInSight()).isFalse();
        assertThat(seen().scope()).isEqualTo(ScopeMark.RUN);
    }

    @Test
    void anExecutorMadeUnderAScopeBelongsToIt() {
        long previous = ScopeMark.enter(8);
        Hooks.executorMade(executor);
        ScopeMark.restore(previous);

        assertThat(seen().wasMadeInSight()).isTrue();
        assertThat(seen().scope()).isEqualTo(8);
    }

    @Test
    void aWorkerWorksForWhomItsPoolBelongsTo() throws InterruptedException {
        AtomicLong scope = new AtomicLong();
        Hooks.taskSubmitted(executor, new Object());

        long previous = ScopeMark.enter(9);
        Thread worker = new Thread(() -> {
            Hooks.workerStarted(executor);
            scope.set(ScopeMark.current());
        });
        ScopeMark.restore(previous);
        worker.start();
        worker.join();

        assertThat(scope).hasValue(ScopeMark.RUN);
    }

    @Test
    void whatIsNoExecutorIsNotRecorded() {
        Object stranger = new Object();

        Hooks.executorMade(stranger);
        Hooks.taskSubmitted(stranger, new Object());

        assertThat(ExecutorTable.SEEN.find(stranger)).isSameAs(SeenExecutor.NONE);
    }

    @Test
    void anUnknownTaskHasNoSubmission() {
        Hooks.taskSubmitted(executor, new Object());

        assertThat(submissions().find(new Object())).isSameAs(SeenSubmission.NONE);
        assertThat(SeenSubmission.NONE.frames()).isEmpty();
    }

    @Test
    void aTaskThatPassesTwoMethodsOfOneExecutorIsRecordedOnce() {
        Object task = new Object();

        Hooks.taskSubmitted(executor, task);
        Hooks.taskSubmitted(executor, task);

        assertThat(submissions().newestFirst()).hasSize(1);
    }

    @Test
    void submissionsAreIteratedNewestFirst() {
        List<Object> tasks = submit(5);

        assertThat(submissions().newestFirst())
                .extracting(WeakReference::get)
                .containsExactly(tasks.get(4), tasks.get(3), tasks.get(2), tasks.get(1), tasks.get(0));
    }

    @Test
    void whoUsesUpTheBudgetIsNotRecordedUntilSeveralRefillsLater() {
        List<Object> tasks = submit(SeenExecutor.CAPTURES + 1);
        Object late = tasks.get(SeenExecutor.CAPTURES);
        assertThat(submissions().newestFirst()).hasSize(SeenExecutor.CAPTURES);
        assertThat(submissions().find(late)).isSameAs(SeenSubmission.NONE);

        for (int refill = 1; refill < SeenExecutor.REFILLS_OF_A_FLOOD; refill++) {
            seen().refill();
        }
        Hooks.taskSubmitted(executor, late);
        assertThat(submissions().find(late)).isSameAs(SeenSubmission.NONE);

        seen().refill();
        Hooks.taskSubmitted(executor, late);
        assertThat(submissions().find(late)).isNotSameAs(SeenSubmission.NONE);
    }

    @Test
    void whoLeavesSomeOfTheBudgetHasItRefilledAtOnce() {
        assertThat(submit(SeenExecutor.CAPTURES - 1)).isNotEmpty();

        seen().refill();
        List<Object> tasks = submit(SeenExecutor.CAPTURES);

        assertThat(tasks).allMatch(task -> submissions().find(task) != SeenSubmission.NONE);
    }

    @Test
    void aWorkerIsRecordedThoughOthersUsedTheBudgetUp() throws InterruptedException {
        Object task = new Object();
        List<Object> flood = submit(SeenExecutor.CAPTURES);

        Thread worker = new Thread(() -> {
            Hooks.workerStarted(executor);
            Hooks.taskSubmitted(executor, task);
        });
        worker.start();
        worker.join();

        assertThat(flood).isNotEmpty();
        assertThat(submissions().find(task)).isNotSameAs(SeenSubmission.NONE);
    }

    @Test
    void theOldestSubmissionsMakeRoom() {
        List<Object> tasks = submitRefilled(SubmissionRing.CAPACITY + 10);

        assertThat(submissions().newestFirst()).hasSize(SubmissionRing.CAPACITY);
        assertThat(submissions().find(tasks.get(9))).isSameAs(SeenSubmission.NONE);
        assertThat(submissions().find(tasks.get(10))).isNotSameAs(SeenSubmission.NONE);
        assertThat(submissions().newestFirst().get(0).get()).isSameAs(tasks.get(tasks.size() - 1));
    }

    @Test
    void aRecordedTaskIsNotKeptAliveAndForgottenOnceGone() {
        List<WeakReference<Object>> gone =
                submit(50).stream().map(WeakReference::new).toList();
        Object kept = submit(1).get(0);

        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone).allMatch(task -> task.refersTo(null));
        });
        WeakReference<SeenSubmission> record =
                new WeakReference<>(submissions().newestFirst().get(0));

        assertThat(submissions().newestFirst()).hasSize(1);
        seen().refill();
        assertThat(submissions().find(kept)).isSameAs(record.get());
    }

    @Test
    void whatIsKnownOfAGoneTaskIsForgottenAtTheNextRefill() {
        List<WeakReference<SeenSubmission>> known = submitAndForget(50);

        await().untilAsserted(() -> {
            System.gc();
            seen().refill();
            assertThat(known).allMatch(submission -> submission.refersTo(null));
        });
    }

    @Test
    void threadsThatSubmitAtOnceLoseNothing() throws InterruptedException {
        int each = SeenExecutor.CAPTURES / 8;
        List<Thread> threads = new ArrayList<>();
        List<List<Object>> tasks = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            List<Object> mine =
                    IntStream.range(0, each).mapToObj(any -> new Object()).toList();
            tasks.add(mine);
            Thread thread = new Thread(() -> {
                awaitUninterruptibly(start);
                mine.forEach(task -> Hooks.taskSubmitted(executor, task));
            });
            thread.start();
            threads.add(thread);
        }

        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(tasks.stream().flatMap(List::stream))
                .allMatch(task -> submissions().find(task) != SeenSubmission.NONE);
    }

    private void submitFrom(int depth, Object task) {
        if (depth == 0) {
            Hooks.taskSubmitted(executor, task);
        } else {
            submitFrom(depth - 1, task);
        }
    }

    private List<Object> submit(int count) {
        List<Object> tasks =
                IntStream.range(0, count).mapToObj(any -> new Object()).toList();
        tasks.forEach(task -> Hooks.taskSubmitted(executor, task));
        return tasks;
    }

    private List<WeakReference<SeenSubmission>> submitAndForget(int count) {
        return submit(count).stream()
                .map(task -> new WeakReference<>(submissions().find(task)))
                .toList();
    }

    private List<Object> submitRefilled(int count) {
        List<Object> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.addAll(submit(1));
            seen().refill();
        }
        return tasks;
    }

    private SeenExecutor seen() {
        return ExecutorTable.SEEN.find(executor);
    }

    private SubmissionRing submissions() {
        return seen().submissions();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Executor runningAfter(Runnable first) {
        return task -> {
            first.run();
            task.run();
        };
    }
}
