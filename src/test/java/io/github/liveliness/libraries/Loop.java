package io.github.liveliness.libraries;

import io.github.liveliness.testing.Pools;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** An executor that a user may write in an hour: one thread and a queue. */
class Loop implements Executor {
    final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    Loop(String name) {
        thread = Pools.daemon(this::runAll, name);
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        queue.add(task);
    }

    private void runAll() {
        try {
            while (true) {
                queue.take().run();
            }
        } catch (InterruptedException end) {
            thread.interrupt();
        }
    }
}
