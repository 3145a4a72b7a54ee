package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Attacks: a stuck thread is found by listing threads, and what it shows of itself leads to the latch it awaits. */
final class PublicThreads {

    private PublicThreads() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a field of the thread, found in all stack traces", 1, PublicThreads::field)
                .add("a field of the thread, found in its group", 1, PublicThreads::fieldOfGroupMember)
                .add("a field holds the task that the thread was made with", 1, PublicThreads::keptTask)
                .add("the thread is an inner class of what holds the latch", 1, PublicThreads::innerThread)
                .add("the uncaught exception handler holds the latch", 1, PublicThreads::handler)
                .add("the context class loader holds the latch", 1, PublicThreads::contextLoader)
                .add("the thread group holds the latch", 1, PublicThreads::group)
                .map();
    }

    private static <T extends Thread> T begin(T thread, Waiters waiters) {
        thread.setDaemon(true);
        thread.start();
        waiters.enlist(thread);
        return thread;
    }

    /** Has whoever lists the threads find it without anything that leads to it. */
    private static <T extends Thread> void findLate(Class<T> type, Consumer<T> wake, Moment moment) {
        Body.aside(() -> {
            moment.await();
            Thread.getAllStackTraces().keySet().stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .forEach(wake);
        });
    }

    private static void field(Waiters waiters, Moment moment) {
        begin(new Waiting(new CountDownLatch(1)), waiters);
        findLate(Waiting.class, thread -> thread.latch.countDown(), moment);
    }

    private static void fieldOfGroupMember(Waiters waiters, Moment moment) {
        begin(new Waiting(new CountDownLatch(1)), waiters);
        Body.aside(() -> {
            moment.await();
            Thread[] threads = new Thread[Thread.activeCount() + 10];
            Thread.currentThread().getThreadGroup().enumerate(threads);
            for (Thread thread : threads) {
                if (thread instanceof Waiting waiting) {
                    waiting.latch.countDown();
                }
            }
        });
    }

    private static void keptTask(Waiters waiters, Moment moment) {
        begin(new KeepingTask(new Await(new CountDownLatch(1))), waiters);
        findLate(KeepingTask.class, thread -> thread.task.latch.countDown(), moment);
    }

    private static void innerThread(Waiters waiters, Moment moment) {
        begin(new Desk().new Clerk(), waiters);
        findLate(Desk.Clerk.class, thread -> thread.desk().latch.countDown(), moment);
    }

    private static void handler(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Thread thread = new Thread(new Await(latch), "has a handler");
        thread.setUncaughtExceptionHandler((failed, failure) -> latch.countDown());
        begin(thread, waiters);
        findLate(
                Thread.class,
                found -> {
                    if (found.getName().equals("has a handler")) {
                        found.getUncaughtExceptionHandler().uncaughtException(found, new IllegalStateException());
                    }
                },
                moment);
    }

    private static void contextLoader(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        Thread thread = new Thread(new Await(latch));
        thread.setContextClassLoader(new LatchLoader(latch));
        begin(thread, waiters);
        findLate(
                Thread.class,
                found -> {
                    if (found.getContextClassLoader() instanceof LatchLoader loader) {
                        loader.latch().countDown();
                    }
                },
                moment);
    }

    private static void group(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        begin(new Thread(new LatchGroup(latch), new Await(latch)), waiters);
        findLate(
                Thread.class,
                found -> {
                    if (found.getThreadGroup() instanceof LatchGroup group) {
                        group.latch.countDown();
                    }
                },
                moment);
    }

    private record Await(CountDownLatch latch) implements Runnable {
        @Override
        public void run() {
            Body.unchecked(latch::await).run();
        }
    }

    private static final class Waiting extends Thread {
        private final CountDownLatch latch;

        Waiting(CountDownLatch latch) {
            this.latch = latch;
        }

        @Override
        public void run() {
            Body.unchecked(latch::await).run();
        }
    }

    private static final class KeepingTask extends Thread {
        private final Await task;

        KeepingTask(Await task) {
            super(task);
            this.task = task;
        }
    }

    private static final class Desk {
        private final CountDownLatch latch = new CountDownLatch(1);

        private final class Clerk extends Thread {
            @Override
            public void run() {
                Body.unchecked(latch::await).run();
            }

            Desk desk() {
                return Desk.this;
            }
        }
    }

    private static final class LatchGroup extends ThreadGroup {
        private final CountDownLatch latch;

        LatchGroup(CountDownLatch latch) {
            super("holds a latch");
            this.latch = latch;
        }
    }
}
