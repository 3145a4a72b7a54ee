package io.github.liveliness.reach.programs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Attacks: a compiled loop keeps in a register what it has read from a field, where another object is by now. */
final class HotLoops {
    private static final long WORK_NANOS = 3_000_000;
    private static final int TRIALS = 50;
    private static final int TRIAL_ROUNDS = 30_000_000;
    private static final int ROUNDS = 900_000_000;

    private HotLoops() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a field is read before a hot loop", 1, (waiters, moment) -> spin(Cell::spinOnField, waiters))
                .add(
                        "a plain reference is read before a hot loop",
                        1,
                        (waiters, moment) -> spin(Cell::spinOnReference, waiters))
                .map();
    }

    @FunctionalInterface
    private interface Loop {
        int run(Cell cell, int rounds);
    }

    /** What is read again after a loop has been read before it, and nothing in between tells a compiler to look twice. */
    private static final class Cell {
        private CountDownLatch latch = new CountDownLatch(1);
        private AtomicReference<CountDownLatch> box = new AtomicReference<>(latch);

        void replace() {
            latch = new CountDownLatch(1);
            box = new AtomicReference<>(latch);
        }

        int spinOnField(int rounds) {
            int sum = latch == null ? 1 : 2;
            for (int i = 0; i < rounds; i++) {
                sum = sum * 31 + i;
            }
            latch.countDown();
            return sum;
        }

        int spinOnReference(int rounds) {
            int sum = box.getPlain() == null ? 1 : 2;
            for (int i = 0; i < rounds; i++) {
                sum = sum * 31 + i;
            }
            box.getPlain().countDown();
            return sum;
        }
    }

    /** The latch is replaced while the loop runs; who still counts down the first one has it from a register. */
    private static void spin(Loop loop, Waiters waiters) throws InterruptedException {
        warmUp(loop);
        Cell cell = new Cell();
        waiters.start(cell.latch::await);
        replaceBehind(loop, cell, ROUNDS);
    }

    private static void warmUp(Loop loop) throws InterruptedException {
        for (int i = 0; i < 20_000; i++) {
            loop.run(new Cell(), 200);
        }
        boolean warm = false;
        for (int i = 0; i < TRIALS && !warm; i++) {
            Cell cell = new Cell();
            CountDownLatch first = cell.latch;
            replaceBehind(loop, cell, TRIAL_ROUNDS).join();
            warm = first.getCount() == 0;
        }
    }

    private static Thread replaceBehind(Loop loop, Cell cell, int rounds) throws InterruptedException {
        CountDownLatch looping = new CountDownLatch(1);
        Thread thread = Body.aside(() -> {
            looping.countDown();
            loop.run(cell, rounds);
        });
        looping.await();
        awaitWork(thread);
        cell.replace();
        return thread;
    }

    /** Processor time is all that can be seen from outside of a loop that has begun. */
    private static void awaitWork(Thread thread) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getThreadCpuTime(thread.getId());
        while (thread.isAlive() && threads.getThreadCpuTime(thread.getId()) < before + WORK_NANOS) {
            Thread.sleep(1);
        }
    }
}
