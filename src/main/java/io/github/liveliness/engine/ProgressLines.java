package io.github.liveliness.engine;

import io.github.liveliness.explore.Budget;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Tells whoever waits for a long exploration how far it is. */
final class ProgressLines implements LongConsumer {
    static final Duration PERIOD = Duration.ofSeconds(5);

    private final String test;
    private final Budget budget;
    private final LongSupplier nanoClock;
    private final Consumer<String> console;
    private final long start;
    private long told;

    ProgressLines(String test, Budget budget, LongSupplier nanoClock, Consumer<String> console) {
        this.test = test;
        this.budget = budget;
        this.nanoClock = nanoClock;
        this.console = console;
        this.start = nanoClock.getAsLong();
        this.told = start;
    }

    @Override
    public void accept(long schedules) {
        long now = nanoClock.getAsLong();
        if (now - told >= PERIOD.toNanos()) {
            told = now;
            console.accept("Liveliness explores %s: %,d of %,d schedules in %d s, of %d s at most."
                    .formatted(
                            test,
                            schedules,
                            budget.schedules(),
                            Duration.ofNanos(now - start).toSeconds(),
                            budget.within().toSeconds()));
        }
    }
}
