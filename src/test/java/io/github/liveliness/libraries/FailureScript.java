package io.github.liveliness.libraries;

import io.github.liveliness.testing.Pools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Has tasks fail and be rejected, and writes down the exceptions frame by frame, and what tasks see of their thread. */
final class FailureScript {
    private final List<String> seen = new ArrayList<>();

    private FailureScript() {}

    static List<String> run() throws InterruptedException {
        FailureScript script = new FailureScript();
        script.play("fixed", Pools.fixed("fixed", 1));
        script.play("timer", new ScheduledThreadPoolExecutor(1, Pools.threads("timer")));
        script.play("fork-join", Pools.forkJoin("fork-join", 1));
        script.fork();
        script.schedule();
        script.uncaught();
        return script.seen;
    }

    private void play(String kind, ExecutorService pool) throws InterruptedException {
        seen.add(kind + " " + figures(pool));
        failure(kind + " get", () -> pool.submit(FailureScript::fail).get());
        failure(kind + " invokeAny", () -> pool.invokeAny(List.of(FailureScript::fail)));
        failure(
                kind + " stage",
                () -> CompletableFuture.supplyAsync(FailureScript::fail, pool)
                        .thenApply(String::valueOf)
                        .thenCompose(CompletableFuture::completedFuture)
                        .join());
        failure(
                kind + " then",
                () -> CompletableFuture.runAsync(() -> {}, pool)
                        .thenRunAsync(FailureScript::fail, pool)
                        .get());
        failure(kind + " cancelled", () -> cancelled(pool));
        surroundings(kind, pool);
        pool.shutdown();
        seen.add(kind + " ended " + pool.awaitTermination(1, TimeUnit.MINUTES));
        failure(kind + " rejected", () -> pool.execute(() -> {}));
        failure(kind + " rejected stage", () -> CompletableFuture.runAsync(() -> {}, pool));
        seen.add(kind + " " + figures(pool));
    }

    /** A thread may still be on its way out of its last task, or of a pool that has ended. */
    private static String figures(ExecutorService pool) {
        String text = pool.toString().replaceAll("(?<=@)\\p{XDigit}+|(?<=Terminated, pool size = )\\d+", "");
        return pool instanceof ForkJoinPool ? text.replaceAll("(size|active|running|steals) = \\d+", "$1") : text;
    }

    private static Object fail() {
        throw new IllegalStateException("own failure");
    }

    private static Object cancelled(ExecutorService pool) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        pool.execute(() -> Nesting.await(end));
        Future<?> never = pool.submit(FailureScript::fail);
        never.cancel(true);
        end.countDown();
        return never.get();
    }

    private void surroundings(String kind, ExecutorService pool) throws InterruptedException {
        failure(kind + " surroundings", () -> {
            throw new IllegalStateException(pool.submit(() -> {
                        Thread thread = Thread.currentThread();
                        ClassLoader loader = thread.getContextClassLoader();
                        return thread.getName() + " of "
                                + thread.getThreadGroup().getName() + ", priority "
                                + thread.getPriority() + ", daemon " + thread.isDaemon() + ", loads by "
                                + (loader == FailureScript.class.getClassLoader() ? "the class path" : loader) + ", at "
                                + Arrays.toString(new Throwable().getStackTrace());
                    })
                    .get());
        });
    }

    private void fork() throws InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(1);
        Callable<Object> failing = FailureScript::fail;
        failure(
                "forked",
                () -> pool.submit(() -> ForkJoinTask.adapt(failing).fork().join())
                        .get());
        failure("invoked", () -> pool.invoke(ForkJoinTask.adapt(failing)));
        pool.shutdown();
        seen.add("forked ended " + pool.awaitTermination(1, TimeUnit.MINUTES));
    }

    private void schedule() throws InterruptedException {
        ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1, Pools.threads("periodic"));
        failure(
                "periodic",
                () -> timer.scheduleAtFixedRate(FailureScript::fail, 0, 1, TimeUnit.MILLISECONDS)
                        .get());
        timer.shutdown();
        seen.add("periodic ended " + timer.awaitTermination(1, TimeUnit.MINUTES));
        failure("periodic rejected", () -> timer.schedule(FailureScript::fail, 1, TimeUnit.DAYS));
    }

    /** What kills a thread of the pool reaches the thread's handler, and the pool replaces the thread. */
    private void uncaught() throws InterruptedException {
        CompletableFuture<Throwable> death = new CompletableFuture<>();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1), work -> {
                    Thread thread = Pools.daemon(work, "mortal");
                    thread.setUncaughtExceptionHandler((dead, cause) -> death.complete(cause));
                    return thread;
                });
        pool.execute(FailureScript::fail);
        seen.add("uncaught " + frames(death.join()));
        failure("after a death", () -> pool.submit(FailureScript::fail).get());
        pool.shutdown();
        seen.add("mortal ended " + pool.awaitTermination(1, TimeUnit.MINUTES) + " " + figures(pool));
    }

    private interface Action {
        void run() throws Exception;
    }

    private void failure(String what, Action action) throws InterruptedException {
        try {
            action.run();
            seen.add(what + " threw nothing");
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception failure) {
            for (Throwable each = failure; each != null; each = each.getCause()) {
                seen.add(what + " " + frames(each));
            }
        }
    }

    /** Down to the script; whoever runs it differs. */
    private static String frames(Throwable failure) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getMethodName().equals("run") && frame.getClassName().equals(FailureScript.class.getName())) {
                break;
            }
            frames.add(frame.toString());
        }
        return (failure + " " + frames)
                .replaceAll("@\\p{XDigit}+|/0x\\p{XDigit}+|(?<=Lambda)\\$\\d+|(?<=Terminated, pool size = )\\d+", "");
    }
}
