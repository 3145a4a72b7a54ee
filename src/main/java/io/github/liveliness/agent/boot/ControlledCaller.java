package io.github.liveliness.agent.boot;

/** The thread that calls a hook, if it is controlled; the first question of each. */
final class ControlledCaller {

    private ControlledCaller() {}

    /** The current thread if it is controlled. One that has just been started, awaits its turn first. */
    static ControlledThread in(ControlledRun run) {
        if (run == null) {
            return null;
        }
        Thread current = Thread.currentThread();
        ControlledThread running = run.turn();
        ControlledThread me = running.isOf(current) ? running : run.table().find(current);
        if (me == null || me.isOver()) {
            return null;
        }
        if (me.begin()) {
            ThreadRandom.pin(current, me.number());
            run.begin(me);
        }
        return me;
    }
}
