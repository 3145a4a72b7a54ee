package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;

/** Bugs without any executor: nobody is left who could hand over what a thread waits for. */
final class ForsakenThreads {

    private ForsakenThreads() {}

    static Map<String, Program> programs() {
        return new Programs()
                .bug("a signal is lost", 1, waiters -> waiters.start(new CountDownLatch(1)::await))
                .bug("nobody comes to the exchange", 1, ForsakenThreads::exchange)
                .bug("a phaser has a party too many", 1, waiters -> waiters.start(new Phaser(2)::arriveAndAwaitAdvance))
                .bug("nobody takes what is handed over", 1, ForsakenThreads::handOver)
                .bug("nobody takes what is transferred", 1, ForsakenThreads::transfer)
                .bug("a chain of futures has no beginning", 1, ForsakenThreads::chain)
                .bug("a future task is never run", 1, waiters -> waiters.start(new FutureTask<>(() -> 1)::get))
                .bug("the producer died", 1, ForsakenThreads::deadProducer)
                .bug("the third at the barrier died", 2, ForsakenThreads::deadParty)
                .bug("a permit died with its holder", 1, ForsakenThreads::deadHolder)
                .bug("a latch sits in the enclosing instance", 2, waiters -> new Office(waiters).open())
                .map();
    }

    private static void exchange(Waiters waiters) {
        Exchanger<String> exchanger = new Exchanger<>();
        waiters.start(() -> exchanger.exchange("mine"));
    }

    private static void handOver(Waiters waiters) {
        SynchronousQueue<String> hand = new SynchronousQueue<>();
        waiters.start(() -> hand.put("baton"));
    }

    private static void transfer(Waiters waiters) {
        LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
        waiters.start(() -> queue.transfer("letter"));
    }

    private static void chain(Waiters waiters) {
        CompletableFuture<Integer> beginning = new CompletableFuture<>();
        CompletableFuture<Integer> end = beginning
                .thenApply(value -> value + 1)
                .thenCombine(new CompletableFuture<Integer>(), Integer::sum)
                .whenComplete((value, failure) -> {});
        waiters.start(end::join);
    }

    private static void deadProducer(Waiters waiters) throws InterruptedException {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        String[] goods = {};
        Thread producer = Body.aside(() -> {
            if (goods.length > 0) {
                queue.put(goods[0]);
            }
        });
        waiters.start(queue::take);
        producer.join();
    }

    private static void deadParty(Waiters waiters) throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(3);
        Thread third = Body.aside(() -> {
            if (barrier.isBroken()) {
                barrier.await();
            }
        });
        waiters.start(barrier::await);
        waiters.start(barrier::await);
        third.join();
    }

    private static void deadHolder(Waiters waiters) throws InterruptedException {
        Semaphore permit = new Semaphore(1);
        Body.aside(permit::acquire).join();
        waiters.start(permit::acquire);
    }

    /** Its clerks know the latch only through the office they are in. */
    private static final class Office {
        private final CountDownLatch opening = new CountDownLatch(1);
        private final Waiters waiters;

        Office(Waiters waiters) {
            this.waiters = waiters;
        }

        void open() {
            waiters.start(new Clerk("first")::work);
            waiters.start(new Clerk("second")::work);
        }

        private final class Clerk {
            private final String name;

            Clerk(String name) {
                this.name = name;
            }

            void work() throws InterruptedException {
                if (!name.isEmpty()) {
                    opening.await();
                }
            }
        }
    }
}
