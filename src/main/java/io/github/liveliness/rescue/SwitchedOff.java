package io.github.liveliness.rescue;

/** The place of a rung that the settings switched off, so that the log tells what else there is. */
record SwitchedOff(String why) implements Rung {

    @Override
    public String name() {
        return why;
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) {
        return new Attempt.Skipped(why);
    }
}
