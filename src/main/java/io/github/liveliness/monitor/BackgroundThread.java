package io.github.liveliness.monitor;

import java.util.concurrent.ThreadFactory;

/** Makes threads that yield to all others, keep no JVM alive, and hold on to nothing of whoever came first. */
record BackgroundThread(String name) implements ThreadFactory {

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // A courtesy to others: nothing here relies on when it runs.
    public Thread newThread(Runnable body) {
        boolean inheritThreadLocals = false;
        Thread thread = new Thread(null, body, name, 0, inheritThreadLocals);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }
}
