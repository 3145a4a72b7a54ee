package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Ending;
import io.github.liveliness.agent.boot.Endings;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Small programs in which something fails, each of which prints what the agent kept of it. */
final class EndingScenes {
    private static final CompletableFuture<Object> FAILED =
            CompletableFuture.failedFuture(new IllegalArgumentException("before"));

    static final Map<String, Scene> SCENES = Map.ofEntries(
            Map.entry("thread", EndingScenes::thread),
            Map.entry("threadOfAClass", EndingScenes::threadOfAClass),
            Map.entry("executed", failing -> pool(pool -> pool.execute(failing))),
            Map.entry("submitted", failing -> pool(pool -> pool.submit((Runnable) failing))),
            Map.entry("called", failing -> pool(pool -> pool.submit((Callable<?>) failing))),
            Map.entry("forked", failing -> forked(new Action(failing))),
            Map.entry("periodic", EndingScenes::periodic),
            Map.entry("discarded", failing -> full(new ThreadPoolExecutor.DiscardPolicy(), () -> {}, failing)),
            Map.entry("oldest", failing -> full(new ThreadPoolExecutor.DiscardOldestPolicy(), failing, () -> {})),
            Map.entry("runByCaller", failing -> full(new ThreadPoolExecutor.CallerRunsPolicy(), () -> {}, () -> {})),
            Map.entry("shutDown", EndingScenes::shutDown),
            Map.entry("run", failing -> stage(pool -> CompletableFuture.runAsync(failing, pool))),
            Map.entry("supplied", failing -> stage(pool -> CompletableFuture.supplyAsync(failing, pool))),
            Map.entry("applied", failing -> stage(pool -> late(pool).thenApply(failing))),
            Map.entry("accepted", failing -> stage(pool -> late(pool).thenAccept(failing))),
            Map.entry("appliedAtOnce", failing -> stage(pool -> done().thenApply(failing))),
            Map.entry("skipped", failing -> stage(pool -> lateFailure(pool).thenAccept(failing))),
            Map.entry("skippedAfter", failing -> stage(pool -> lateFailure(pool).thenRun(failing))),
            Map.entry("skippedAtOnce", failing -> stage(pool -> FAILED.thenAccept(failing))));

    private EndingScenes() {}

    /** What may fail. */
    interface Scene {
        void play(Failing failing) throws Exception;
    }

    private interface Use<T> {
        void of(T pool) throws Exception;
    }

    private interface Stage {
        CompletableFuture<?> on(ThreadPoolExecutor pool);
    }

    static String play(String name) throws Exception {
        Failing failing = new Failing();
        Endings.SEEN.keep();
        try {
            SCENES.get(name).play(failing);
            return newest(failing).map(EndingScenes::words).orElse("nothing");
        } finally {
            Endings.SEEN.forget();
        }
    }

    private static Optional<Ending> newest(Object held) {
        Optional<Ending> newest = Optional.empty();
        for (long number = 1; number < 1_000; number++) {
            Optional<Ending> found = Optional.ofNullable(Endings.SEEN.find(number))
                    .filter(ending -> Arrays.stream((Object[]) ending.get()).anyMatch(kept -> isOf(held, kept)));
            newest = found.isPresent() ? found : newest;
        }
        return newest;
    }

    private static boolean isOf(Object held, Object kept) {
        return kept == held
                || (kept instanceof Mortal thread && thread.failing == held)
                || (kept instanceof Action action && action.failing == held);
    }

    private static String words(Ending ending) {
        String code = ending.className().substring(ending.className().lastIndexOf('$') + 1);
        String how = ending.thrown() == null
                ? "rejected by "
                        + ending.rejection().substring(ending.rejection().lastIndexOf('$') + 1) + " in "
                        + ending.frames().get(0).getMethodName()
                : String.valueOf(ending.thrown().getMessage());
        return ending.kind() + " " + code + " in " + ending.threadName() + ": " + how;
    }

    private static void thread(Failing failing) throws InterruptedException {
        end(new Thread((Runnable) failing, "mortal"));
    }

    private static void threadOfAClass(Failing failing) throws InterruptedException {
        end(new Mortal(failing));
    }

    private static void forked(Action action) {
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.submit(action).quietlyJoin();
        pool.shutdown();
    }

    private static void end(Thread thread) throws InterruptedException {
        thread.setUncaughtExceptionHandler((dead, expected) -> {});
        thread.start();
        thread.join();
    }

    private static void pool(Use<ThreadPoolExecutor> use) throws Exception {
        use(new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), EndingScenes::worker), use);
    }

    /** Uses a pool until all its tasks have ended. */
    private static <T extends ThreadPoolExecutor> void use(T pool, Use<T> use) throws Exception {
        use.of(pool);
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void stage(Stage stage) throws Exception {
        pool(pool -> stage.on(pool).handle((result, failure) -> failure).join());
    }

    private static Thread worker(Runnable work) {
        Thread worker = new Thread(work, "worker");
        worker.setUncaughtExceptionHandler((dead, expected) -> {});
        return worker;
    }

    private static void periodic(Failing failing) throws Exception {
        use(new ScheduledThreadPoolExecutor(1, EndingScenes::worker), pool -> {
            CountDownLatch second = new CountDownLatch(2);
            pool.scheduleAtFixedRate(failing, 0, 1, TimeUnit.MILLISECONDS);
            pool.scheduleAtFixedRate(second::countDown, 0, 1, TimeUnit.MILLISECONDS);
            second.await();
        });
    }

    /** A pool whose only thread is busy and whose queue of one is full when the last task comes. */
    private static void full(RejectedExecutionHandler handler, Runnable queued, Runnable last) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        use(
                new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), EndingScenes::worker, handler),
                pool -> {
                    pool.submit(() -> {
                        busy.await();
                        return 1;
                    });
                    pool.execute(queued);
                    submit(pool, last);
                    busy.countDown();
                });
    }

    private static void submit(ThreadPoolExecutor pool, Runnable task) {
        pool.submit(task);
    }

    private static void shutDown(Failing failing) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        pool.shutdown();
        pool.submit((Runnable) failing);
    }

    private static CompletableFuture<Object> done() {
        return CompletableFuture.completedFuture(1);
    }

    /** Completes only after something depends on it. */
    private static CompletableFuture<Object> late(Executor pool) {
        CompletableFuture<Object> late = new CompletableFuture<>();
        pool.execute(() -> complete(late, () -> late.complete(1)));
        return late;
    }

    private static CompletableFuture<Object> lateFailure(Executor pool) {
        CompletableFuture<Object> late = new CompletableFuture<>();
        pool.execute(() -> complete(late, () -> late.completeExceptionally(new IllegalArgumentException("before"))));
        return late;
    }

    private static void complete(CompletableFuture<?> late, Runnable completion) {
        while (late.getNumberOfDependents() == 0) {
            Thread.onSpinWait();
        }
        completion.run();
    }

    private static final class Action extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient Failing failing;

        Action(Failing failing) {
            this.failing = failing;
        }

        @Override
        protected void compute() {
            Thread.currentThread().setName("worker");
            failing.run();
        }
    }

    private static final class Mortal extends Thread {
        private final Failing failing;

        Mortal(Failing failing) {
            super("mortal");
            this.failing = failing;
        }

        @Override
        public void run() {
            failing.run();
        }
    }

    /** Whatever it is called as, it fails. */
    static final class Failing
            implements Runnable, Callable<Object>, Supplier<Object>, Function<Object, Object>, Consumer<Object> {
        @Override
        public void run() {
            throw new IllegalStateException("gone");
        }

        @Override
        public Object call() {
            throw new IllegalStateException("gone");
        }

        @Override
        public Object get() {
            throw new IllegalStateException("gone");
        }

        @Override
        public Object apply(Object any) {
            throw new IllegalStateException("gone");
        }

        @Override
        public void accept(Object any) {
            throw new IllegalStateException("gone");
        }
    }
}
