package io.github.liveliness.explore;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How much may be run.
 *
 * @param schedules how many schedules, over all shards
 * @param within how long this shard takes at most; the schedule that runs by then is run to its end
 */
@API(status = API.Status.INTERNAL)
public record Budget(long schedules, Duration within) {}
