package io.github.liveliness;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** How long stalled tests of one run have been explored, for where one cause stalls a hundred of them the first will do. */
final class FollowUpTime {
    private static final Namespace NAMESPACE = Namespace.create(FollowUpTime.class);

    private final LongSupplier nanoClock;
    private final AtomicLong spent = new AtomicLong();

    FollowUpTime(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** That of the run. */
    static FollowUpTime in(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        FollowUpTime.class, type -> new FollowUpTime(System::nanoTime), FollowUpTime.class);
    }

    boolean isSpent(Duration budget) {
        return spent.get() >= budget.toNanos();
    }

    <T> T spend(Supplier<T> work) {
        long start = nanoClock.getAsLong();
        try {
            return work.get();
        } finally {
            spent.addAndGet(nanoClock.getAsLong() - start);
        }
    }
}
