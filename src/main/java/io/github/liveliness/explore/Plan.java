package io.github.liveliness.explore;

import org.apiguardian.api.API;

/**
 * What to explore.
 *
 * @param strategy how schedules are made
 * @param seed the same one makes the same schedules
 * @param shard which of them are run here
 * @param budget how many of them
 */
@API(status = API.Status.INTERNAL)
public record Plan(Strategy strategy, long seed, Shard shard, Budget budget) {}
