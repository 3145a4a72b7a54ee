package io.github.liveliness.monitor;

/** How far a runtime's silence has gone. */
enum Level {
    HEALTHY,
    STALLED,
    GIVEN_UP
}
