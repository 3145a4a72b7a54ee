package io.github.liveliness.reach.programs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** The threads of a program that wait. What they wait for is not kept here. */
final class Waiters implements ThreadFactory {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** For the workers of a pool all of which wait. */
    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    Thread start(Body body) {
        Thread thread = newThread(Body.unchecked(body));
        thread.start();
        return thread;
    }

    /** Adds the current thread, which is about to wait. */
    void enlist() {
        enlist(Thread.currentThread());
    }

    void enlist(Thread thread) {
        threads.add(thread);
    }

    List<Thread> list(int expected) throws InterruptedException {
        while (threads.size() < expected) {
            Thread.sleep(1);
        }
        return List.copyOf(threads);
    }
}
