package io.github.liveliness.explore;

import java.util.Optional;

/** The schedules that one shard is to run, one after the other. */
interface Schedules {

    /** The next one; nothing when all are run. */
    Optional<Scheduled> next();

    /** Tells how the one that was asked for last went: others may follow from it. */
    void ran(Run run);

    /** What those run so far cover. */
    Coverage covered();

    /**
     * The schedules of a strategy.
     *
     * @param undisturbed how the schedule went that stops nobody
     * @param limit how many there are at most, over all shards
     */
    static Schedules of(Strategy strategy, long seed, Shard shard, long limit, Run undisturbed) {
        return strategy.isSampled()
                ? new SampledSchedules(strategy, seed, shard, limit)
                : new ExhaustiveSchedules(shard, limit, undisturbed);
    }
}
