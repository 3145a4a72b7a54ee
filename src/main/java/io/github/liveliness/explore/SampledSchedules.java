package io.github.liveliness.explore;

import java.util.Optional;

/** Schedules that stand for themselves: every so manieth number is for this shard. */
final class SampledSchedules implements Schedules {
    private final Strategy strategy;
    private final long seed;
    private final Shard shard;
    private final long limit;
    private long number;

    SampledSchedules(Strategy strategy, long seed, Shard shard, long limit) {
        this.strategy = strategy;
        this.seed = seed;
        this.shard = shard;
        this.limit = limit;
        this.number = shard.number() - 1L;
    }

    @Override
    public Optional<Scheduled> next() {
        if (number >= limit) {
            return Optional.empty();
        }
        Scheduled next = new Scheduled(number, Deciders.of(strategy, seed, number));
        number += shard.of();
        return Optional.of(next);
    }

    @Override
    public void ran(Run run) {}

    @Override
    public Coverage covered() {
        return new Coverage.Sampled();
    }
}
