package io.github.liveliness;

import io.github.liveliness.engine.Guard;
import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.opentest4j.AssertionFailedError;

/** What a test asks for goes to its guard. */
final class GuardedStallWatch implements StallWatch {
    private final Guard guard;

    GuardedStallWatch(Guard guard) {
        this.guard = guard;
    }

    @Override
    public <E extends Executor> E watch(E executor) {
        guard.watch(executor);
        return executor;
    }

    @Override
    public ExecutorService wrap(ExecutorService executor) {
        return guard.wrap(executor);
    }

    @Override
    public void expectStall(Stall.Kind kind) {
        guard.expect(kind);
    }

    @Override
    public Stall awaitStall(Stall.Kind kind, Duration within) throws InterruptedException {
        return guard.await(kind, within)
                .orElseThrow(() -> new AssertionFailedError("Expected a stall of kind " + kind + " within " + within
                        + ". " + SeenStalls.words(guard.seen())));
    }

    @Override
    public void allowBlocking(String code, String reason) {
        guard.allowBlocking(code, reason);
    }

    @Override
    public List<Stall> stalls() {
        return guard.seen();
    }
}
