package io.github.liveliness.explore;

import org.apiguardian.api.API;

/**
 * A run that did not go the way of the schedule that it was to follow.
 *
 * @param words where, and in what it differed: a sentence without its end
 */
@API(status = API.Status.INTERNAL)
public record Divergence(String words) {

    static Divergence atSwitch(int index, int of, Schedule.Switch planned, int count) {
        String there = count == planned.count()
                ? "the threads had come there in another way"
                : count + " threads could go on, where there had been " + planned.count();
        return new Divergence("at switch " + (index + 1) + " of " + of + ", " + there);
    }

    static Divergence tooShort(int index, int of, Schedule.Switch planned, int decisions) {
        return new Divergence("it ended after " + decisions + " decisions, before switch " + (index + 1) + " of " + of
                + " at decision " + (planned.decision() + 1));
    }
}
