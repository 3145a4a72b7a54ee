package io.github.liveliness.reach.programs;

import java.util.List;

/** A small program that ends in a wait. */
@FunctionalInterface
interface Program {

    /**
     * Starts the program.
     *
     * @param moment until when whoever wakes the threads has to hold back; nothing that they wait for may be kept in it
     * @return the threads that wait for good, by the looks of it
     */
    List<Thread> begin(Moment moment) throws Exception;

    /** The oldest JDK it runs on. */
    default int since() {
        return 17;
    }
}
