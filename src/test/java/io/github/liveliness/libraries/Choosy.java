package io.github.liveliness.libraries;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A loop without a queue: what comes while its thread is at work is refused, each in another way. */
final class Choosy extends Loop {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();
    private final Consumer<Runnable> refusal;

    private Choosy(String name, Consumer<Runnable> refusal) {
        super(name);
        this.refusal = refusal;
    }

    static Choosy forgetting(String name) {
        return new Choosy(name, task -> {});
    }

    static Choosy runningOnItsCaller(String name) {
        return new Choosy(name, Runnable::run);
    }

    static Choosy rejecting(String name) {
        return new Choosy(name, task -> {
            throw new RejectedExecutionException("busy");
        });
    }

    @Override
    public void execute(Runnable task) {
        if (busy.compareAndSet(false, true)) {
            super.execute(() -> {
                task.run();
                busy.set(false);
            });
        } else {
            refused.incrementAndGet();
            refusal.accept(task);
        }
    }

    int refused() {
        return refused.get();
    }
}
