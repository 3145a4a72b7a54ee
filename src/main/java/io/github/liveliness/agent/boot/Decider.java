package io.github.liveliness.agent.boot;

/**
 * Decides which thread goes on, wherever more than one can. Called by whichever thread gives up control, one at a time, in
 * the middle of the JDK: it must not allocate, block or throw.
 */
public interface Decider {

    /** Returns the index, in the choice, of the thread that goes on. */
    int choose(Choice choice);
}
