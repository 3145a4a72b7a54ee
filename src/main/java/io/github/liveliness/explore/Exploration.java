package io.github.liveliness.explore;

import org.apiguardian.api.API;

/** What came of an exploration. */
@API(status = API.Status.INTERNAL)
public sealed interface Exploration {

    /** How many schedules were run, the failing one among them. */
    long schedules();

    /**
     * No schedule failed.
     *
     * @param schedules how many were run
     * @param endless how many of them were cut short, and end once every thread gets its turn
     * @param covered what is known of the others
     */
    record NothingFound(long schedules, long endless, Coverage covered) implements Exploration {}

    /**
     * A schedule failed.
     *
     * @param schedules how many were run until then
     * @param number the number of the one that failed, from 0
     * @param run how it went once it was minimised
     * @param schedule what is left of it
     * @param switchesBefore how many switches it had before
     * @param replays whether it fails every time
     */
    record Found(long schedules, long number, Run run, Schedule schedule, int switchesBefore, Replays replays)
            implements Exploration {}

    /**
     * Something escaped control, so that nothing can be said of the program.
     *
     * @param schedules how many were run until then
     * @param why what it was, and where
     */
    record NotControlled(long schedules, String why) implements Exploration {}
}
