package io.github.liveliness.monitor;

import java.time.Duration;

/** A remedy and the silence after which it is due. */
record TimedRemedy(Duration after, Remedy remedy) {}
