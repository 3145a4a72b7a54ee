package io.github.liveliness.monitor;

import java.time.Duration;

/** The one rule all settings here share: a duration or a count is above zero. */
final class Positive {

    private Positive() {}

    static Duration duration(String setting, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(
                    setting + " was given " + value + ". It needs a duration longer than zero, such as PT0.1S.");
        }
        return value;
    }

    static int count(String setting, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(setting + " was given " + value + ". It needs a count of 1 or more.");
        }
        return value;
    }
}
