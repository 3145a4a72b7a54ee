package io.github.liveliness.monitor;

import java.time.Duration;

/** Runs a step after a pause, on a thread that belongs to no runtime under observation. */
@FunctionalInterface
interface Pacer {

    void after(Duration pause, Runnable step);
}
