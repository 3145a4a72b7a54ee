package io.github.liveliness.blocking.probes;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs each task on the thread of the peer, once its caller waits. */
final class LateExecutor extends AbstractExecutorService {
    private final Surroundings here;

    LateExecutor(Surroundings here) {
        this.here = here;
    }

    @Override
    public void execute(Runnable command) {
        here.whenWaiting(command::run);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
