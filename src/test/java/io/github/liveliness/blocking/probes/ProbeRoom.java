package io.github.liveliness.blocking.probes;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where probes run: each as a task of an executor, and in surroundings of its own. */
public final class ProbeRoom {
    /** A probe ends within a second, also on a busy machine. */
    private static final long LIMIT_SECONDS = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProbeRoom() {}

    /**
     * What was seen of a run from outside.
     *
     * @param duration how long the task took
     * @param waited how much of that its thread waited, slept, was parked or blocked; zero where the JVM does not measure it, as
     *     it does only if contention is monitored, and never of a virtual thread
     * @param waitsToEnd how many waits were to be ended by another thread
     * @param waitsNotEnded how many of them had not been when the task was done: it did not wait for that
     */
    public record Run(Duration duration, Duration waited, int waitsToEnd, int waitsNotEnded) {}

    /** Returns when the task is done and its surroundings are gone; throws what the task has thrown. */
    public static Run run(Probe probe, ExecutorService executor) throws Exception {
        try (Surroundings surroundings = Surroundings.open()) {
            Task task = new Task(probe.body().prepared(surroundings), surroundings);
            executor.execute(task);
            return task.await();
        } catch (Exception e) {
            throw new IllegalStateException("The probe \"" + probe.name() + "\" failed.", e);
        }
    }

    private static final class Task implements Runnable {
        private final Body body;
        private final Surroundings surroundings;
        private final CompletableFuture<Run> run = new CompletableFuture<>();
        private volatile Optional<Thread> thread = Optional.empty();

        Task(Body body, Surroundings surroundings) {
            this.body = body;
            this.surroundings = surroundings;
        }

        @Override
        public void run() {
            Thread current = Thread.currentThread();
            thread = Optional.of(current);
            try {
                Duration waited = waited(current);
                long start = System.nanoTime();
                body.run(surroundings);
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                run.complete(new Run(
                        duration,
                        waited(current).minus(waited),
                        surroundings.waitsToEnd(),
                        surroundings.waitsNotEnded()));
            } catch (Throwable e) {
                run.completeExceptionally(e);
            }
        }

        Run await() throws Exception {
            try {
                return run.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                thread.ifPresent(stuck -> {
                    e.setStackTrace(stuck.getStackTrace());
                    stuck.interrupt();
                });
                throw e;
            }
        }

        private static Duration waited(Thread thread) {
            // None of a virtual thread.
            return Optional.ofNullable(THREADS.getThreadInfo(thread.getId()))
                    .map(info -> Duration.ofMillis(info.getWaitedTime() + info.getBlockedTime()))
                    .orElse(Duration.ZERO);
        }
    }
}
