package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Waiting tasks that outnumber the threads of their pool, and a signal from outside that comes late. */
class SignalledFromOutsideTest {
    /** Longer than a likely stall may last. */
    private static final Duration LATE = Duration.ofMillis(3_500);

    @Test
    void whoeverHoldsTheSignalOutsideIsWaitedFor() {
        Launched tests = Launched.inParallel(12).run(Outside.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.passed()).hasSize(11);
    }

    @DetectStalls
    static class Outside {

        @Test
        void byAThread() throws Exception {
            CountDownLatch gate = new CountDownLatch(1);
            later(gate::countDown);
            threeOnTwoThreads(() -> {
                gate.await();
                return 1;
            });
        }

        @Test
        void byAScheduledTask() throws Exception {
            CountDownLatch gate = new CountDownLatch(1);
            ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, Pools.threads("timer"));
            timer.schedule(gate::countDown, LATE.toMillis(), TimeUnit.MILLISECONDS);
            threeOnTwoThreads(() -> {
                gate.await();
                return 1;
            });
            timer.shutdown();
        }

        @Test
        void byATimer() throws Exception {
            CountDownLatch gate = new CountDownLatch(1);
            new Timer(true)
                    .schedule(
                            new TimerTask() {
                                @Override
                                public void run() {
                                    gate.countDown();
                                }
                            },
                            LATE.toMillis());
            threeOnTwoThreads(() -> {
                gate.await();
                return 1;
            });
        }

        @Test
        void byATaskOfAnotherPool() throws Exception {
            CountDownLatch gate = new CountDownLatch(1);
            Pools.fixed("other", 1).execute(() -> {
                LockSupport.parkNanos(LATE.toNanos());
                gate.countDown();
            });
            threeOnTwoThreads(() -> {
                gate.await();
                return 1;
            });
        }

        @Test
        void byAProducer() throws Exception {
            BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
            later(() -> queue.addAll(List.of(1, 2, 3)));
            threeOnTwoThreads(queue::take);
        }

        @Test
        void byWhoHasThePermit() throws Exception {
            Semaphore permits = new Semaphore(0);
            later(permits::release);
            threeOnTwoThreads(() -> {
                permits.acquire();
                permits.release();
                return 1;
            });
        }

        @Test
        void byWhoCompletesAFuture() throws Exception {
            CompletableFuture<Integer> shared = new CompletableFuture<>();
            later(() -> shared.complete(1));
            threeOnTwoThreads(shared::join);
        }

        @Test
        void byWhoSignalsACondition() throws Exception {
            Door door = new Door();
            later(door::open);
            threeOnTwoThreads(door::pass);
        }

        @Test
        void byATimeOutOfTheFuture() {
            ExecutorService pool = Pools.fixed("timed", 1);
            Integer result = CompletableFuture.supplyAsync(
                            () -> CompletableFuture.supplyAsync(() -> 1, pool)
                                    .thenApply(one -> one + 1)
                                    .completeOnTimeout(7, LATE.toMillis(), TimeUnit.MILLISECONDS)
                                    .join(),
                            pool)
                    .join();
            assertThat(result).isEqualTo(7);
        }

        @Test
        void byTheFailureOfATimedFuture() {
            ExecutorService pool = Pools.fixed("timed", 1);
            CompletableFuture<Integer> outer = CompletableFuture.supplyAsync(
                    () -> CompletableFuture.supplyAsync(() -> 1, pool)
                            .orTimeout(LATE.toMillis(), TimeUnit.MILLISECONDS)
                            .join(),
                    pool);
            assertThat(outer.handle((value, failure) -> failure != null).join()).isTrue();
        }

        /** Its own queue may end the wait, and so may somebody else. */
        @Test
        void byTheFasterOfTwo() throws Exception {
            ExecutorService pool = Pools.fixed("hedged", 1);
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            later(() -> answer.complete(1));
            pool.submit(() -> {
                        pool.execute(() -> answer.complete(2));
                        return answer.join();
                    })
                    .get();
        }

        private static void threeOnTwoThreads(Callable<Integer> waits) throws Exception {
            ExecutorService pool = Pools.fixed("crowded", 2);
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                results.add(pool.submit(waits));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isPositive();
            }
        }

        private static void later(Runnable signal) {
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(LATE.toNanos());
                                signal.run();
                            },
                            "outsider")
                    .start();
        }
    }

    private static final class Door {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition opened = lock.newCondition();
        private boolean open;

        void open() {
            lock.lock();
            try {
                open = true;
                opened.signalAll();
            } finally {
                lock.unlock();
            }
        }

        int pass() throws InterruptedException {
            lock.lock();
            try {
                while (!open) {
                    opened.await();
                }
                return 1;
            } finally {
                lock.unlock();
            }
        }
    }
}
