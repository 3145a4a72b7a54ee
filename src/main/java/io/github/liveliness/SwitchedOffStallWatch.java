package io.github.liveliness;

import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.opentest4j.TestAbortedException;

/** Stands in where stalls are not looked for: {@code liveliness.mode = disabled}. */
final class SwitchedOffStallWatch implements StallWatch {

    @Override
    public <E extends Executor> E watch(E executor) {
        return executor;
    }

    @Override
    public ExecutorService wrap(ExecutorService executor) {
        return executor;
    }

    @Override
    public void expectStall(Stall.Kind kind) {
        throw new TestAbortedException(
                "This test expects a stall, and nobody looks for one: liveliness.mode switches it off.");
    }

    @Override
    public Stall awaitStall(Stall.Kind kind, Duration within) {
        throw new TestAbortedException(
                "This test waits for a stall, and nobody looks for one: liveliness.mode switches it off.");
    }

    @Override
    public void allowBlocking(String code, String reason) {
        // Nobody looks for what blocks, either.
    }

    @Override
    public List<Stall> stalls() {
        return List.of();
    }
}
