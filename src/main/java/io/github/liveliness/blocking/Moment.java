package io.github.liveliness.blocking;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Ties the clock of the flight recorder to that of everything else. */
@Name(Moment.NAME)
@Label("Moment")
@Category("Liveliness")
@StackTrace(false)
final class Moment extends Event {

    static final String NAME = "io.github.liveliness.Moment";
    static final String NANO_TIME = "nanoTime";

    @Label("System.nanoTime()")
    long nanoTime;
}
