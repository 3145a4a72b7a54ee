package io.github.liveliness.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people keep executors busy with, in rounds that end when all their tasks have. */
enum Workload {
    /** Each of these tasks computes for a microsecond; the calling thread submits them all. */
    MICROSECOND_TASKS("fixed(4), 1 µs tasks", 20_000) {
        @Override
        Round open() {
            return new FixedPool(() -> {
                long end = System.nanoTime() + 1_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
        }
    },

    EMPTY_TASKS("fixed(4), empty tasks", 100_000) {
        @Override
        Round open() {
            return new FixedPool(() -> {});
        }
    },

    RECURSIVE_TASKS("ForkJoinPool(4), recursive tasks", 242_785) {
        @Override
        Round open() {
            ForkJoinPool pool = new ForkJoinPool(THREADS);
            return Round.of(pool, tasks -> pool.invoke(new Fibonacci(DEPTH)));
        }
    },

    CHAINS("CompletableFuture, chains of 8", 40_000) {
        @Override
        Round open() {
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            return Round.of(pool, tasks -> {
                CompletableFuture<?>[] chains = new CompletableFuture<?>[tasks / CHAIN];
                for (int number = 0; number < chains.length; number++) {
                    chains[number] = chain(pool, number);
                }
                CompletableFuture.allOf(chains).join();
            });
        }
    };

    private static final Pattern WANTED = Pattern.compile(System.getenv().getOrDefault("THROUGHPUT_WORKLOADS", ".*"));

    private static final int THREADS = 4;
    private static final int CHAIN = 8;

    /** As many calls as the tasks that a round counts. */
    private static final int DEPTH = 25;

    final String title;
    final int tasks;

    Workload(String title, int tasks) {
        this.title = title;
        this.tasks = tasks;
    }

    /** Those that are asked for. */
    static List<Workload> wanted() {
        return Stream.of(values())
                .filter(workload -> WANTED.matcher(workload.name()).matches())
                .toList();
    }

    /** Makes the executor. */
    abstract Round open();

    /** An executor, and what is done on it again and again. */
    interface Round extends AutoCloseable {
        void run(int tasks) throws Exception;

        @Override
        void close();

        static Round of(ExecutorService executor, Work work) {
            return new Round() {
                @Override
                public void run(int tasks) throws Exception {
                    work.run(tasks);
                }

                @Override
                public void close() {
                    executor.shutdown();
                }
            };
        }
    }

    /** Submits so many tasks, and waits until they are done. */
    @FunctionalInterface
    interface Work {
        void run(int tasks) throws Exception;
    }

    private static CompletableFuture<Integer> chain(ExecutorService pool, int number) {
        return CompletableFuture.supplyAsync(() -> number, pool)
                .thenApply(value -> value + 1)
                .thenApplyAsync(value -> value + 1, pool)
                .thenApply(value -> value + 1)
                .thenCompose(value -> CompletableFuture.supplyAsync(() -> value + 1, pool))
                .thenApplyAsync(value -> value + 1, pool)
                .thenCombine(CompletableFuture.completedFuture(1), Integer::sum)
                .handle((value, failure) -> value);
    }

    /** Nothing but the tasks tells of their end: the queue is first in, first out. */
    private static final class FixedPool implements Round {
        private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        private final Runnable task;

        FixedPool(Runnable task) {
            this.task = task;
        }

        @Override
        public void run(int tasks) throws InterruptedException {
            for (int number = 0; number < tasks; number++) {
                pool.execute(task);
            }
            CyclicBarrier together = new CyclicBarrier(THREADS);
            CountDownLatch over = new CountDownLatch(THREADS);
            for (int thread = 0; thread < THREADS; thread++) {
                pool.submit(() -> {
                    together.await();
                    over.countDown();
                    return over;
                });
            }
            over.await();
        }

        @Override
        public void close() {
            pool.shutdown();
        }
    }

    private static final class Fibonacci extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;

        private final int number;

        Fibonacci(int number) {
            this.number = number;
        }

        @Override
        protected Integer compute() {
            if (number < 2) {
                return number;
            }
            Fibonacci smaller = new Fibonacci(number - 1);
            smaller.fork();
            return new Fibonacci(number - 2).compute() + smaller.join();
        }
    }
}
