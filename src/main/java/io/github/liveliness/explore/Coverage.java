package io.github.liveliness.explore;

import org.apiguardian.api.API;

/** What is known of a program once schedules of it have passed. */
@API(status = API.Status.INTERNAL)
public sealed interface Coverage {

    /** Those schedules pass, and no others are known to. */
    record Sampled() implements Coverage {}

    /**
     * All schedules with up to so many preemptions pass; of a shard, all that are its own.
     *
     * @param preemptions how often threads are stopped that could have gone on
     */
    record UpTo(int preemptions) implements Coverage {}

    /** All schedules pass; of a shard, all that are its own. */
    record Everything() implements Coverage {}
}
