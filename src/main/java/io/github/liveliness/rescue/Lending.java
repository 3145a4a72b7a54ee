package io.github.liveliness.rescue;

import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.rescue.Borrower.Load;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One experiment on one executor: one more thread each time that nothing moves, until its backlog drains. */
final class Lending {

    /** How long nothing must move before another thread is lent, or before an empty backlog counts as drained. */
    private static final Duration QUIET = Duration.ofMillis(10);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final String name;
    private final Borrower borrower;
    private final Duration limit;
    private final LongSupplier nanoTime;

    Lending(String name, Borrower borrower, Duration limit, LongSupplier nanoTime) {
        this.name = name;
        this.borrower = borrower;
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** Blocks for as long as the executor's own locks and thread factory do, so call it on a thread to spare. */
    Experiment run(StuckBody body) throws InterruptedException {
        long start = nanoTime.getAsLong();
        int had = borrower.threads();
        int lent = 0;
        try {
            Load last = borrower.load();
            long movedAt = start - QUIET.toNanos();
            boolean ended = false;
            for (long now = start; now - start < limit.toNanos() && !ended; now = nanoTime.getAsLong()) {
                Load load = borrower.load();
                if (!load.equals(last)) {
                    last = load;
                    movedAt = now;
                } else if (now - movedAt >= QUIET.toNanos()) {
                    if (load.backlog() == 0 || !borrower.lendOne(limit.minusNanos(now - start))) {
                        break;
                    }
                    lent++;
                    movedAt = now;
                }
                ended = body.awaitEnd(PAUSE);
            }
            boolean drained = lent > 0 && borrower.load().backlog() == 0;
            return new Experiment(name, had, lent, drained, effect(ended, drained));
        } finally {
            borrower.takeBack();
        }
    }

    private Effect effect(boolean ended, boolean drained) {
        if (ended) {
            return Effect.BODY_ENDED;
        }
        return drained && borrower.isSurelyIdle() ? Effect.WORKERS_WENT_ON : Effect.NONE;
    }
}
