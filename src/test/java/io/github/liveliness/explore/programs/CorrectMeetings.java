package io.github.liveliness.explore.programs;

import static io.github.liveliness.explore.programs.CorrectPrograms.require;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Programs of threads that meet, that no schedule can stall, and that no schedule can make fail. */
@SuppressWarnings({"WaitNotInLoop", "ThreadPriorityCheck"}) // what is bad style is controlled as well
public final class CorrectMeetings {

    private CorrectMeetings() {}

    public static void waitAndNotify() throws Exception {
        Mailbox mailbox = new Mailbox();
        Thread consumer = started(() -> require(mailbox.take() + mailbox.take() == 3));
        Thread first = started(() -> mailbox.put(1));
        Thread second = started(() -> mailbox.put(2));
        join(consumer, first, second);
    }

    /** Its methods are synchronized, and wait for one another. */
    private static final class Mailbox {

        private final Queue<Integer> letters = new ArrayDeque<>();

        synchronized void put(int letter) throws InterruptedException {
            while (!letters.isEmpty()) {
                wait();
            }
            letters.add(letter);
            notifyAll();
        }

        synchronized int take() throws InterruptedException {
            while (letters.isEmpty()) {
                wait();
            }
            int letter = letters.remove();
            notifyAll();
            return letter;
        }
    }

    public static void timedWait() throws Exception {
        Object monitor = new Object();
        long begin = System.currentTimeMillis();
        synchronized (monitor) {
            monitor.wait(SECONDS.toMillis(5));
        }
        require(System.currentTimeMillis() - begin >= SECONDS.toMillis(5));
    }

    public static void phaser() throws Exception {
        Phaser phaser = new Phaser(1);
        Thread[] parties = new Thread[3];
        for (int party = 0; party < parties.length; party++) {
            phaser.register();
            parties[party] = started(() -> {
                phaser.arriveAndAwaitAdvance();
                phaser.arriveAndDeregister();
            });
        }
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndDeregister();
        join(parties);
        require(phaser.isTerminated());
    }

    public static void exchanger() throws Exception {
        Exchanger<Integer> exchanger = new Exchanger<>();
        Thread one = started(() -> require(exchanger.exchange(1) == 2));
        Thread other = started(() -> require(exchanger.exchange(2) == 1));
        join(one, other);
    }

    public static void readWriteLock() throws Exception {
        ReadWriteLock lock = new ReentrantReadWriteLock();
        int[] value = new int[1];
        Thread writer = started(() -> locked(lock.writeLock(), () -> value[0]++));
        Thread reader = started(() -> locked(lock.readLock(), () -> require(value[0] >= 0)));
        Thread other = started(() -> locked(lock.readLock(), () -> require(value[0] <= 1)));
        join(writer, reader, other);
        require(value[0] == 1);
    }

    public static void stampedLock() throws Exception {
        StampedLock lock = new StampedLock();
        int[] value = new int[1];
        Thread[] threads = {
            started(() -> locked(lock.asWriteLock(), () -> value[0]++)),
            started(() -> locked(lock.asWriteLock(), () -> value[0]++)),
            started(() -> locked(lock.asReadLock(), () -> require(value[0] <= 2)))
        };
        join(threads);
        require(value[0] == 2);
    }

    public static void condition() throws Exception {
        Lock lock = new ReentrantLock();
        Condition ready = lock.newCondition();
        boolean[] isReady = new boolean[1];
        Thread waiter = started(() -> {
            lock.lockInterruptibly();
            try {
                while (!isReady[0]) {
                    ready.await();
                }
            } finally {
                lock.unlock();
            }
        });
        locked(lock, () -> {
            isReady[0] = true;
            ready.signal();
        });
        join(waiter);
    }

    public static void boundedQueue() throws Exception {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        Thread producer = started(() -> {
            queue.put(1);
            queue.put(2);
        });
        Thread consumer = started(() -> require(queue.take() + queue.take() == 3));
        join(producer, consumer);
    }

    public static void handOver() throws Exception {
        SynchronousQueue<Integer> hands = new SynchronousQueue<>();
        LinkedTransferQueue<Integer> transfers = new LinkedTransferQueue<>();
        Thread giver = started(() -> {
            hands.put(1);
            transfers.transfer(2);
        });
        Thread taker = started(() -> require(hands.take() + transfers.take() == 3));
        join(giver, taker);
    }

    public static void semaphoreAndBarrier() throws Exception {
        Semaphore permits = new Semaphore(1);
        CyclicBarrier barrier = new CyclicBarrier(2);
        Thread[] threads = new Thread[2];
        for (int index = 0; index < threads.length; index++) {
            threads[index] = started(() -> {
                barrier.await();
                permits.acquire();
                permits.release();
                barrier.await(1, SECONDS);
            });
        }
        join(threads);
        require(permits.availablePermits() == 1);
    }

    /** The thread sleeps, waits, is parked or has not begun when it is interrupted. */
    public static void interrupts() throws Exception {
        Object monitor = new Object();
        int[] ended = new int[1];
        Thread[] threads = {
            started(() -> SECONDS.sleep(100)),
            started(() -> {
                synchronized (monitor) {
                    monitor.wait();
                }
            }),
            started(() -> new CountDownLatch(1).await()),
            started(Thread.currentThread()::join)
        };
        for (Thread each : threads) {
            each.interrupt();
        }
        join(threads);
        require(ended[0] == 0);
    }

    /** One thread lets the others go first until one of them has done its work. */
    public static void yielding() throws Exception {
        boolean[] done = new boolean[1];
        Thread worker = started(() -> done[0] = true);
        while (!done[0]) {
            Thread.yield();
        }
        join(worker);
    }

    public static void parking() throws Exception {
        Thread parked = started(() -> {
            LockSupport.park();
            LockSupport.parkNanos(SECONDS.toNanos(1));
        });
        LockSupport.unpark(parked);
        join(parked);
    }

    public static void timer() throws Exception {
        Timer timer = new Timer();
        CountDownLatch ticks = new CountDownLatch(2);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        ticks.countDown();
                    }
                },
                SECONDS.toMillis(1),
                SECONDS.toMillis(1));
        ticks.await();
        timer.cancel();
    }

    /** The map holds a monitor of its own while it computes, and others need it. */
    public static void computingMap() throws Exception {
        ConcurrentMap<String, Integer> map = new ConcurrentHashMap<>();
        Lock lock = new ReentrantLock();
        Thread[] threads = new Thread[2];
        for (int index = 0; index < threads.length; index++) {
            threads[index] = started(() -> map.compute("key", (key, value) -> {
                locked(lock, () -> {});
                return value == null ? 1 : value + 1;
            }));
        }
        join(threads);
        require(map.get("key") == 2);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void locked(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private static Thread started(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        thread.start();
        return thread;
    }

    private static void join(Thread... threads) throws InterruptedException {
        for (Thread each : threads) {
            each.join();
            require(!each.isAlive());
        }
    }
}
