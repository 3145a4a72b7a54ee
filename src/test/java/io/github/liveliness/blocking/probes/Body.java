package io.github.liveliness.blocking.probes;

/** What a probe's task does. */
@FunctionalInterface
public interface Body {

    /** Run as the task: the call that is probed, and next to nothing else. */
    void run(Surroundings surroundings) throws Exception;

    /** Called before, and not in the task; returns what the task is to do. */
    default Body prepared(Surroundings surroundings) throws Exception {
        return this;
    }
}
