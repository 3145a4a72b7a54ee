package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.Alarm;
import io.github.liveliness.agent.boot.Deadlines;
import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Small uses of executors, each of which prints what the agent saw of it. */
final class AgentScenes {

    private final AgentStatus.Present agent;
    private final ExecutorService early;
    private final Map<String, Scene> scenes = Map.ofEntries(
            Map.entry("early", this::early),
            Map.entry("fixed", this::fixed),
            Map.entry("wrapped", this::wrapped),
            Map.entry("scheduled", this::scheduled),
            Map.entry("forkJoin", this::forkJoin),
            Map.entry("common", this::common),
            Map.entry("supplied", this::supplied),
            Map.entry("dependent", this::dependent),
            Map.entry("own", this::own),
            Map.entry("scope", this::scope),
            Map.entry("shared", this::shared),
            Map.entry("global", this::global),
            Map.entry("deadline", this::deadline),
            Map.entry("alarm", this::alarm),
            Map.entry("opened", this::opened),
            Map.entry("virtual", this::virtual));

    AgentScenes(AgentStatus.Present agent, ExecutorService early) {
        this.agent = agent;
        this.early = early;
    }

    void play(String name) {
        try {
            String told = EndingScenes.SCENES.containsKey(name)
                    ? EndingScenes.play(name)
                    : scenes.get(name).play();
            System.out.println(name + ": " + told);
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    private String early() {
        return seen(early, early.submit(() -> {}));
    }

    private String fixed() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        return seen(pool, pool.submit(() -> {}));
    }

    private String wrapped() {
        ExecutorService wrapper = Executors.newSingleThreadExecutor();
        AtomicReference<Object> newest = new AtomicReference<>(wrapper);
        ExecutorTable.SEEN.forEach(seen -> {
            if (seen.get() instanceof ThreadPoolExecutor executor && seen.number() > number(newest.get())) {
                newest.set(executor);
            }
        });
        return seen(newest.get(), wrapper.submit(() -> {}));
    }

    private String scheduled() {
        var pool = Executors.newScheduledThreadPool(1);
        return seen(pool, pool.schedule(() -> {}, 1, TimeUnit.HOURS));
    }

    private String forkJoin() {
        ForkJoinPool pool = new ForkJoinPool(1);
        return seen(pool, pool.submit(() -> {}));
    }

    private String common() {
        Future<?> task = ForkJoinPool.commonPool().submit(() -> {});
        SeenExecutor seen = ExecutorTable.SEEN.find(ForkJoinPool.commonPool());
        return "of " + seen.scope() + ", submitted in "
                + seen.submissions().find(task).frames().get(0).getMethodName();
    }

    private String supplied() {
        ForkJoinPool pool = new ForkJoinPool(1);
        CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> 1, pool);
        future.join();
        return seenToComplete(pool, future);
    }

    private String dependent() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CompletableFuture<Integer> future = CompletableFuture.completedFuture(1).thenApplyAsync(one -> one, pool);
        future.join();
        return seenToComplete(pool, future);
    }

    private String own() {
        Executor executor = new Own();
        Runnable task = () -> {};
        executor.execute(task);
        return seen(executor, task);
    }

    private String scope() {
        long previous = ScopeMark.enter(5);
        ExecutorService pool = Executors.newFixedThreadPool(1);
        ScopeMark.enter(6);
        Future<?> task = pool.submit(() -> {});
        ScopeMark.restore(previous);
        SeenExecutor seen = ExecutorTable.SEEN.find(pool);
        return "made in " + seen.scope() + ", submitted in "
                + seen.submissions().find(task).scope();
    }

    private String shared() throws InterruptedException, ExecutionException {
        long previous = ScopeMark.enter(8);
        ExecutorService pool = new ForkJoinPool(1);
        ScopeMark.enter(9);
        long poolScope = pool.submit(ScopeMark::current).get();
        long earlyScope = early.submit(ScopeMark::current).get();
        ScopeMark.restore(previous);
        return "workers of " + poolScope + " and " + earlyScope;
    }

    private String global() {
        long previous = ScopeMark.enter(7);
        ExecutorService pool = Global.POOL;
        ScopeMark.restore(previous);
        return "of " + ExecutorTable.SEEN.find(pool).scope();
    }

    private String deadline() throws InterruptedException {
        Thread sleeper = new Thread(() -> LockSupport.parkNanos(this, TimeUnit.HOURS.toNanos(2)));
        sleeper.setDaemon(true);
        sleeper.start();
        while (sleeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return "in about " + Math.round(Deadlines.remainingNanos(sleeper) / 3.6e12) + " h";
    }

    private String alarm() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Alarm.register(Thread.currentThread());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> inner = pool.submit(() -> {
            release.await();
            return true;
        });
        Future<?> outer = pool.submit(() -> inner.get());
        while (!Alarm.answer()) {
            LockSupport.park();
        }
        Alarm.clear(Thread.currentThread());
        release.countDown();
        return "rung, and done " + !outer.isCancelled();
    }

    private String opened() throws ReflectiveOperationException {
        agent.open(getClass().getModule());
        Field workers = ThreadPoolExecutor.class.getDeclaredField("workers");
        workers.setAccessible(true);
        return String.valueOf(workers.get(early) != null);
    }

    private String virtual() throws ReflectiveOperationException, InterruptedException {
        ExecutorService perTask = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        CountDownLatch done = new CountDownLatch(1_000);
        for (int i = 0; i < 1_000; i++) {
            perTask.execute(() -> {
                LockSupport.parkNanos(1_000);
                done.countDown();
            });
        }
        done.await();
        StringBuilder shown = new StringBuilder();
        ExecutorTable.SEEN.forEach(seen -> {
            if (seen.get() instanceof ForkJoinPool pool
                    && pool.getFactory().getClass().getName().contains("Virtual")) {
                shown.append(pool);
            }
        });
        return "shown " + shown;
    }

    private static String seen(Object executor, Object task) {
        return describe(
                executor, ExecutorTable.SEEN.find(executor).submissions().find(task));
    }

    private static String seenToComplete(Object executor, Object future) {
        return ExecutorTable.SEEN.find(executor).submissions().newestFirst().stream()
                .filter(submission -> submission.dependent().refersTo(future))
                .findFirst()
                .map(submission -> describe(executor, submission))
                .orElse("no submission completes it");
    }

    private static String describe(Object executor, SeenSubmission submission) {
        SeenExecutor seen = ExecutorTable.SEEN.find(executor);
        StackTraceElement site = submission == SeenSubmission.NONE
                ? new StackTraceElement("", "nowhere", "", -1)
                : submission.frames().get(0);
        return executor.getClass().getSimpleName()
                + (seen.wasMadeInSight() ? " made by " + seen.maker() : " found")
                + ", submitted by " + submission.threadName()
                + " in " + site.getMethodName()
                + (site.getLineNumber() > 0 ? "" : " at no line");
    }

    private static long number(Object executor) {
        return ExecutorTable.SEEN.find(executor).number();
    }

    private interface Scene {
        String play() throws Exception;
    }

    private static final class Global {
        static final ExecutorService POOL = Executors.newFixedThreadPool(1);
    }

    private static final class Own implements Executor {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }
}
