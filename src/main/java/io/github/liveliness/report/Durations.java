package io.github.liveliness.report;

import java.time.Duration;

/** Tells durations as people do: "340 ms", "0.6 s", "18 s", "2 min". */
final class Durations {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    static String tell(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            return "0 ms";
        }
        if (duration.compareTo(HALF_A_SECOND) < 0) {
            return duration.toMillis() == 0 ? "under 1 ms" : duration.toMillis() + " ms";
        }
        double seconds = duration.getSeconds() + duration.getNano() / 1e9;
        if (seconds < 2 * MINUTE) {
            return tell(seconds, "s");
        }
        if (seconds < 2 * HOUR) {
            return tell(seconds / MINUTE, "min");
        }
        return seconds < 2 * DAY ? tell(seconds / HOUR, "h") : tell(seconds / DAY, "days");
    }

    private static String tell(double amount, String unit) {
        long tenths = Math.round(amount * 10);
        return (amount < 10 && tenths % 10 != 0 ? tenths / 10 + "." + tenths % 10 : Words.number(Math.round(amount)))
                + " " + unit;
    }
}
