package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.testing.Pools;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One dump of this JVM, in which a thread sits in each kind of wait. */
class WaitFinderTest {
    @TempDir
    private static Path folder;

    private static final List<Thread> THREADS = new ArrayList<>();
    private static final Map<String, HeapWait> WAITS = new HashMap<>();
    private static final Set<Thread.State> STILL =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED);

    private interface Wait {
        void run() throws Exception;
    }

    /** What a user may write: it is the JDK's in name and in most of its code. */
    private static final class OwnSynchronizer extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean tryAcquire(int argument) {
            return false;
        }
    }

    @BeforeAll
    static void waitInEveryWay() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
        lock.lock();
        readWrite.writeLock().lock();
        ArrayBlockingQueue<Integer> full = new ArrayBlockingQueue<>(1);
        full.add(1);
        ReentrantLock other = new ReentrantLock();
        Condition never = other.newCondition();
        waiting("latch", () -> new CountDownLatch(1).await());
        waiting("semaphore", () -> new Semaphore(0).acquire());
        waiting("barrier", () -> new CyclicBarrier(2).await());
        waiting("lock", lock::lock);
        waiting("read lock", readWrite.readLock()::lock);
        waiting("condition", () -> {
            other.lock();
            while (true) {
                never.await();
            }
        });
        waiting("future task", () -> new FutureTask<>(() -> 1).get());
        waiting("completable future", () -> new CompletableFuture<>().join());
        waiting(
                "all of",
                () -> CompletableFuture.allOf(new CompletableFuture<>()).join());
        waiting("take", () -> new LinkedBlockingQueue<>().take());
        waiting("put", () -> full.put(2));
        waiting("fork join task", () -> stuckIn(new ForkJoinPool(1)).join());
        waiting("hand-over", () -> new SynchronousQueue<>().take());
        waiting("own synchronizer", () -> new OwnSynchronizer().acquire(1));
        waiting("own parking", () -> LockSupport.park(new CountDownLatch(1)));
        waiting("bare parking", LockSupport::park);
        waiting("time-out", () -> new CountDownLatch(1).await(1, TimeUnit.DAYS));
        waiting("exchange", () -> new Exchanger<>().exchange(1));
        waiting("phaser", () -> new Phaser(2).arriveAndAwaitAdvance());
        waiting("transfer", () -> new LinkedTransferQueue<>().transfer(1));
        waiting("fair hand-over", () -> new SynchronousQueue<>(true).put(1));
        StampedLock stamped = new StampedLock();
        stamped.writeLock();
        waiting("stamped lock", stamped::writeLock);
        waiting("monitor", () -> waitOn(new Object()));
        waiting("timed monitor", () -> {
            Object monitor = new Object();
            synchronized (monitor) {
                while (true) {
                    monitor.wait(TimeUnit.DAYS.toMillis(1));
                }
            }
        });
        Object entered = new Object();
        CountDownLatch isIn = new CountDownLatch(1);
        Thread owner = waiting("owner of a monitor", () -> {
            synchronized (entered) {
                isIn.countDown();
                new CountDownLatch(1).await();
            }
        });
        isIn.await();
        waiting("monitor entry", () -> {
            synchronized (entered) {
                throw new IllegalStateException("nobody leaves it");
            }
        });
        waiting("join", owner::join);
        await().until(() -> THREADS.stream().allMatch(thread -> STILL.contains(thread.getState())));
        read();
    }

    private static void waitOn(Object monitor) throws InterruptedException {
        synchronized (monitor) {
            while (true) {
                monitor.wait();
            }
        }
    }

    private static ForkJoinTask<?> stuckIn(ForkJoinPool pool) {
        CountDownLatch never = new CountDownLatch(1);
        return pool.submit(() -> {
            never.await();
            return 1;
        });
    }

    private static Thread waiting(String name, Wait wait) {
        Thread thread = Pools.daemon(
                () -> {
                    try {
                        wait.run();
                    } catch (Exception ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        THREADS.add(thread);
        thread.start();
        return thread;
    }

    private static void read() throws Exception {
        Path file = folder.resolve("waits.hprof");
        ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
        Heap heap = HeapReader.read(file);
        LiveThreads live = new LiveThreads(Set.of(), owners(), LiveThreads.Optimized.NOTHING);
        WaitFinder finder = new WaitFinder(heap, Instances.of(heap, WaitNodes.CLASSES), live);
        for (HeapThread thread : heap.threads()) {
            String name = heap.text(heap.reference(thread.object(), JdkField.THREAD_NAME));
            WAITS.put(name, finder.waitOf(thread));
        }
    }

    /** As the JVM tells them; these threads leave the numbers of their class alone. */
    private static Map<Long, Long> owners() {
        Map<Long, Long> owners = new HashMap<>();
        for (ThreadInfo info : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
            if (info.getThreadState() == Thread.State.BLOCKED) {
                owners.put(info.getThreadId(), info.getLockOwnerId());
            }
        }
        return owners;
    }

    @AfterAll
    static void end() {
        THREADS.forEach(Thread::interrupt);
        THREADS.clear();
        WAITS.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latch",
                "semaphore",
                "exchange",
                "phaser",
                "transfer",
                "hand-over",
                "fair hand-over",
                "stamped lock",
                "monitor",
                "future task",
                "completable future",
                "all of",
                "fork join task"
            })
    void aWaitWhoseBlockerSaysSoIsChecked(String name) {
        assertThat(WAITS.get(name)).isInstanceOfSatisfying(HeapWait.Stays.class, wait -> {
            assertThat(wait.checked()).isTrue();
            assertThat(wait.blockers()).hasSize(1).doesNotContain(Heap.NONE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"barrier", "condition", "take", "put"})
    void onAConditionTheLockCountsToo(String name) {
        assertThat(WAITS.get(name)).isInstanceOfSatisfying(HeapWait.Stays.class, wait -> {
            assertThat(wait.checked()).isTrue();
            assertThat(wait.blockers()).hasSize(2).doesNotContain(Heap.NONE);
        });
    }

    @Test
    void whereTheUsersCodeParksTheThreadItselfCountsToo() {
        assertThat(WAITS.get("own parking")).isInstanceOfSatisfying(HeapWait.Stays.class, wait -> {
            assertThat(wait.checked()).isFalse();
            assertThat(wait.blockers()).hasSize(2);
        });
    }

    @Test
    void aSynchronizerThatParksItsCallersKnowsThem() {
        assertThat(WAITS.get("own synchronizer")).isInstanceOfSatisfying(HeapWait.Stays.class, wait -> {
            assertThat(wait.checked()).isFalse();
            assertThat(wait.blockers()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare parking", "time-out", "timed monitor"})
    void theseCanMoveAsFarAsOneCanTell(String name) {
        assertThat(WAITS.get(name)).isInstanceOf(HeapWait.CanMove.class);
    }
}
