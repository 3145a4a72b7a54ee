package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Snapshot.Consistency;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real executors look like in a snapshot; the agent is in, as it is for users. */
class SnapshotTest {
    private final List<ThreadPoolExecutor> pools = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private Watch watch;

    @BeforeAll
    static void openTheJdk() {
        OpenedJdk.internals();
    }

    @BeforeEach
    void openTheWatch() {
        watch = Watch.open(System::nanoTime);
    }

    @AfterEach
    void letEverythingGo() {
        never.countDown();
        pools.forEach(ThreadPoolExecutor::shutdownNow);
    }

    @Test
    void aQueuedTaskThatIsTheAwaitedFutureOwnsTheWait() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        pool.submit(() -> pool.submit(() -> 1).get());

        Snapshot snapshot = whenParked(pool);

        assertThat(snapshot.consistency()).isEqualTo(Consistency.ATOMIC);
        Activity.Waiting waiting = waiting(snapshot, pool);
        assertThat(waiting.form()).isEqualTo(Form.FUTURE_TASK);
        assertThat(waiting.limit()).isEqualTo(new Activity.Limit.None());
        ExecutorState state = state(snapshot, pool);
        assertThat(waiting.wakers())
                .containsExactly(new Waker.QueuedTask(state.backlog().get(0).id(), state.id(), Tie.OWNER));
        assertThat(state.size().growth()).isEqualTo(Growth.CLOSED);
        assertThat(state.backlog().get(0).submission())
                .hasValueSatisfying(submission ->
                        assertThat(submission.site().getClassName()).isEqualTo(SnapshotTest.class.getName()));
    }

    /** And is a candidate only: so many submissions are not all recorded, and who has the task is not known. */
    @Test
    void anAwaitedTaskIsFoundBehindThousandsOfOthers() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        pool.submit(() -> {
            for (int i = 0; i < 5_000; i++) {
                pool.execute(() -> {});
            }
            return pool.submit(() -> 1).get();
        });

        Snapshot snapshot = whenParked(pool);

        ExecutorState state = state(snapshot, pool);
        assertThat(waiting(snapshot, pool).wakers())
                .containsExactly(new Waker.QueuedTask(state.backlog().get(5_000).id(), state.id(), Tie.CANDIDATE));
    }

    /** Its flag alone is set, which wakes nobody: so the moment lasts for as long as the test looks. */
    @Test
    void whoWasInterruptedAndHasNotWokenYetDoesNotWait() throws ReflectiveOperationException {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        pool.submit(() -> pool.submit(() -> 1).get());
        Snapshot before = whenParked(pool);
        Field flag = Thread.class.getDeclaredField("interrupted");
        flag.setAccessible(true);

        flag.setBoolean(worker(pool), true);

        assertThat(waiting(before, pool).form()).isEqualTo(Form.FUTURE_TASK);
        assertThat(activity(watch.snapshot(List.of()), pool)).isInstanceOf(Activity.Running.class);
    }

    @Test
    void whoeverParksOnAFutureByHandMayBeWokenByAnybody() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        FutureTask<Integer> queued = new FutureTask<>(() -> 1);
        pool.execute(() -> {
            pool.execute(queued);
            while (never.getCount() > 0) {
                LockSupport.park(queued);
            }
        });

        Snapshot snapshot = whenParked(pool);

        assertThat(waiting(snapshot, pool).wakers())
                .singleElement()
                .isInstanceOfSatisfying(
                        Waker.QueuedTask.class, waker -> assertThat(waker.tie()).isEqualTo(Tie.CANDIDATE));
    }

    @Test
    void aSubclassOfFutureTaskMayBeCompletedByAnybody() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        FutureTask<Integer> special = new FutureTask<>(() -> 1) {};
        pool.submit(() -> {
            pool.execute(special);
            return special.get();
        });

        Snapshot snapshot = whenParked(pool);

        assertThat(waiting(snapshot, pool).wakers())
                .singleElement()
                .isInstanceOfSatisfying(
                        Waker.QueuedTask.class, waker -> assertThat(waker.tie()).isEqualTo(Tie.CANDIDATE));
    }

    @Test
    void aFutureQueuedNowhereHasAnUnknownWaker() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        FutureTask<Integer> elsewhere = new FutureTask<>(() -> 1);
        pool.submit(() -> elsewhere.get());
        pool.submit(() -> 2);

        assertThat(waiting(whenParked(pool), pool).wakers()).singleElement().isInstanceOf(Waker.Unknown.class);
        elsewhere.cancel(true);
    }

    @Test
    void aRunningTaskIsKnownByItsThread() {
        ThreadPoolExecutor outer = pool(1, new LinkedBlockingQueue<>());
        ThreadPoolExecutor inner = pool(1, new LinkedBlockingQueue<>());
        outer.submit(() -> inner.submit(() -> {
                    never.await();
                    return 1;
                })
                .get());
        whenParked(inner);

        Snapshot snapshot = whenParked(outer);

        ThreadId worker = state(snapshot, inner).workers().get(0);
        assertThat(waiting(snapshot, outer).wakers())
                .singleElement()
                .isInstanceOfSatisfying(Waker.RunningTask.class, waker -> {
                    assertThat(waker.thread()).isEqualTo(worker);
                    assertThat(waker.tie()).isEqualTo(Tie.OWNER);
                });
    }

    @Test
    void aCompletableFutureIsFollowedFromTheQueuedTaskThroughItsStages() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        pool.execute(() -> CompletableFuture.allOf(
                        CompletableFuture.supplyAsync(() -> 1, pool).thenApply(x -> x + 1),
                        CompletableFuture.completedFuture(2))
                .join());

        Snapshot snapshot = whenParked(pool);

        assertThat(waiting(snapshot, pool).form()).isEqualTo(Form.COMPLETABLE_FUTURE);
        assertThat(waiting(snapshot, pool).wakers())
                .singleElement()
                .isInstanceOfSatisfying(
                        Waker.QueuedTask.class, waker -> assertThat(waker.tie()).isEqualTo(Tie.CANDIDATE));
    }

    @Test
    void aLatchHeldByAQueuedTaskHasThatTaskAsACandidate() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        pool.submit(() -> {
            CountDownLatch latch = new CountDownLatch(1);
            pool.execute(latch::countDown);
            latch.await();
            return 1;
        });

        Snapshot snapshot = whenParked(pool);

        assertThat(waiting(snapshot, pool).form()).isEqualTo(Form.LATCH);
        assertThat(waiting(snapshot, pool).wakers()).singleElement().isInstanceOf(Waker.QueuedTask.class);
    }

    @Test
    void aLockIsOwnedByTheThreadThatHoldsIt() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            pool.execute(lock::lock);

            Snapshot snapshot = whenParked(pool);

            assertThat(waiting(snapshot, pool).form()).isEqualTo(Form.LOCK);
            assertThat(waiting(snapshot, pool).wakers())
                    .containsExactly(new Waker.OwnerThread(watch.name(Thread.currentThread())));
        } finally {
            lock.unlock();
        }
    }

    @Test
    void aJoinWaitsForTheJoinedThread() throws InterruptedException {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        Thread joined = new Thread(() -> {
            try {
                never.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        joined.start();
        pool.submit(() -> {
            joined.join();
            return 1;
        });

        await().untilAsserted(() -> {
            watch.tick(new Tick(System.nanoTime(), 0), List.of());
            assertThat(waiting(watch.snapshot(List.of()), pool).wakers())
                    .containsExactly(new Waker.OwnerThread(watch.name(joined)));
        });
        never.countDown();
        joined.join();
    }

    @Test
    void aQueueThatTwoPoolsDrainIsNeverStuckWithOneOfThem() {
        BlockingQueue<Runnable> shared = new LinkedBlockingQueue<>();
        ThreadPoolExecutor pool = pool(1, shared);
        ThreadPoolExecutor other = pool(1, shared);
        other.submit(() -> {
            never.await();
            return 1;
        });
        whenParked(other);
        pool.submit(() -> pool.submit(() -> 1).get());

        assertThat(state(whenParked(pool), pool).size().growth()).isEqualTo(Growth.OPEN);
    }

    @Test
    void aTimedWaitShowsWhenItEnds() {
        ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
        pool.submit(() -> never.await(1, TimeUnit.HOURS));

        assertThat(waiting(whenParked(pool), pool).limit())
                .isInstanceOfSatisfying(
                        Activity.Limit.Timed.class,
                        timed -> assertThat(timed.remaining())
                                .hasValueSatisfying(left ->
                                        assertThat(left).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(61))));
    }

    private Snapshot whenParked(ThreadPoolExecutor pool) {
        await().until(() -> pool.getActiveCount() == pool.getPoolSize()
                && workers(pool).allMatch(thread -> LockSupport.getBlocker(thread) != null));
        watch.tick(new Tick(System.nanoTime(), 0), List.of());
        return watch.snapshot(List.of());
    }

    private Thread worker(ThreadPoolExecutor pool) {
        return workers(pool).findFirst().orElseThrow();
    }

    private Stream<Thread> workers(ThreadPoolExecutor pool) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix(pool)));
    }

    private Activity.Waiting waiting(Snapshot snapshot, ThreadPoolExecutor pool) {
        return (Activity.Waiting) activity(snapshot, pool);
    }

    private Activity activity(Snapshot snapshot, ThreadPoolExecutor pool) {
        ThreadId worker = state(snapshot, pool).workers().get(0);
        return snapshot.thread(worker).orElseThrow().activity();
    }

    private ExecutorState state(Snapshot snapshot, ThreadPoolExecutor pool) {
        return snapshot.executors().stream()
                .filter(state -> watch.executor(state.id())
                        .filter(found -> found == pool)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private ThreadPoolExecutor pool(int threads, BlockingQueue<Runnable> queue) {
        int number = pools.size();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                queue,
                task -> new Thread(task, "snapshot" + number + "-" + System.identityHashCode(this)));
        pools.add(pool);
        return pool;
    }

    private String prefix(ThreadPoolExecutor pool) {
        return "snapshot" + pools.indexOf(pool) + "-" + System.identityHashCode(this);
    }
}
