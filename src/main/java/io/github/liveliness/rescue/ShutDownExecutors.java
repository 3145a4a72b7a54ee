package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/** Shuts down the executors that the test made: frees what waits for a worker that listens to interrupts. */
final class ShutDownExecutors implements Rung {

    private final Duration grace;

    ShutDownExecutors(Duration grace) {
        this.grace = grace;
    }

    @Override
    public String name() {
        return "shutting executors down";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) throws InterruptedException {
        // All are started before one is waited for: a lock that blocks one must not protect the others.
        List<Shutdown> shutdowns = targets.own().stream()
                .filter(own -> own.executor() instanceof ExecutorService)
                .map(own -> Shutdown.start(own.name(), (ExecutorService) own.executor()))
                .toList();
        if (shutdowns.isEmpty()) {
            return new Attempt.Skipped("shut no executor down: this test made none that is stuck");
        }
        List<String> results = new ArrayList<>();
        for (Shutdown shutdown : shutdowns) {
            results.add(shutdown.result(grace));
        }
        return new Attempt.Acted(String.join("; ", results));
    }

    private record Shutdown(String executor, SideThread<Long> thread) {

        static Shutdown start(String name, ExecutorService executor) {
            return new Shutdown(
                    '"' + name + '"', SideThread.start(() -> CompleteFutures.cancel(executor.shutdownNow())));
        }

        String result(Duration grace) throws InterruptedException {
            try {
                thread.await(grace);
                return "shut " + executor + " down";
            } catch (ExecutionException | TimeoutException failure) {
                return "could not shut " + executor + " down: " + SideThread.reason(failure);
            }
        }
    }
}
