package io.github.liveliness.rescue;

import io.github.liveliness.model.RescueLog.Experiment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Lends threads to the starved executors that the test made, and takes them back.
 *
 * <p>The only rung that lets the user's code finish by itself, and the experiment that tells how many threads an
 * executor would have needed. The executors share the time; the first whose backlog drains ends the lending.
 */
final class LendThreads implements Rung {

    /** The most time for all executors of a stall together. */
    static final Duration LIMIT = Duration.ofMillis(100);

    private final Duration limit;
    private final Duration grace;
    private final LongSupplier nanoTime;

    /**
     * @param limit how long threads stay lent, all executors together
     * @param grace how long an executor may take to answer; when it does not, the thread that waits for it is left
     *     behind, and takes back what it lent as soon as it can
     */
    LendThreads(Duration limit, Duration grace, LongSupplier nanoTime) {
        this.limit = limit;
        this.grace = grace;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return "lending threads";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) throws Exception {
        List<StuckExecutor> own = targets.own();
        long end = nanoTime.getAsLong() + limit.toNanos();
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < own.size() && experiments.stream().noneMatch(Experiment::drained); i++) {
            if (body.awaitEnd(Duration.ZERO)) {
                break;
            }
            Duration share = Duration.ofNanos((end - nanoTime.getAsLong()) / (own.size() - i));
            lend(own.get(i), body, share)
                    .filter(experiment -> experiment.lent() > 0)
                    .ifPresent(experiments::add);
        }
        return experiments.stream()
                .filter(Experiment::wereEnough)
                .findFirst()
                .or(() -> experiments.stream().filter(Experiment::drained).findFirst())
                .or(() -> experiments.stream().findFirst())
                .<Attempt>map(telling -> new Attempt.Lent(describe(experiments), telling))
                .orElseGet(() -> new Attempt.Skipped("lent no threads: no executor that this test made is starved"));
    }

    private Optional<Experiment> lend(StuckExecutor starved, StuckBody body, Duration share) throws Exception {
        return SideThread.start(() -> {
                    Optional<Borrower> borrower = Borrower.of(starved.executor());
                    return borrower.isEmpty()
                            ? Optional.<Experiment>empty()
                            : Optional.of(new Lending(starved.name(), borrower.get(), share, nanoTime).run(body));
                })
                .await(share.plus(grace));
    }

    private static String describe(List<Experiment> experiments) {
        return experiments.stream().map(LendThreads::describe).collect(Collectors.joining("; "));
    }

    private static String describe(Experiment experiment) {
        return "lent %d %s to \"%s\", which had %d: its backlog %s"
                .formatted(
                        experiment.lent(),
                        experiment.lent() == 1 ? "thread" : "threads",
                        experiment.executor(),
                        experiment.had(),
                        experiment.drained() ? "drained" : "did not drain");
    }
}
