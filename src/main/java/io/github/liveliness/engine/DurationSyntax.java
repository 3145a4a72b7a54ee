package io.github.liveliness.engine;

import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Durations as JUnit's own timeouts are written: {@code 500 ms}, {@code 5s}, or {@code 5} for seconds.
 *
 * @param advice what to write where no better guess can be made
 */
record DurationSyntax(String advice) implements SettingSyntax<Duration> {

    private static final Map<TimeUnit, String> UNITS = new EnumMap<>(Map.of(
            TimeUnit.NANOSECONDS, "ns",
            TimeUnit.MICROSECONDS, "μs",
            TimeUnit.MILLISECONDS, "ms",
            TimeUnit.SECONDS, "s",
            TimeUnit.MINUTES, "m",
            TimeUnit.HOURS, "h",
            TimeUnit.DAYS, "d"));

    private static final String UNIT_NAMES = String.join(", ", UNITS.values());

    @Override
    public Reading<Duration> read(String text) {
        // The micro sign and the Greek letter look the same.
        return Amount.in(text.replace('µ', 'μ'))
                .map(this::duration)
                .orElseGet(() -> new Reading.Wrong<>(
                        "it is not a whole number with a unit of time (" + UNIT_NAMES + ")", advice));
    }

    private Reading<Duration> duration(Amount amount) {
        return unit(amount.unit())
                .map(known -> inRange(amount.number(), known))
                .orElseGet(() -> new Reading.Wrong<>(
                        "\"" + amount.unit() + "\" is not a unit of time (" + UNIT_NAMES + ")",
                        adviceOnUnit(amount.number(), amount.unit())));
    }

    private static Optional<TimeUnit> unit(String name) {
        return name.isEmpty()
                ? Optional.of(TimeUnit.SECONDS)
                : UNITS.entrySet().stream()
                        .filter(unit -> unit.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private Reading<Duration> inRange(BigInteger number, TimeUnit unit) {
        if (number.signum() <= 0) {
            String abbreviation = UNITS.getOrDefault(unit, "");
            return new Reading.Wrong<>(
                    "a duration is longer than zero",
                    number.signum() == 0 ? advice : "Did you mean \"%d %s\"?".formatted(number.abs(), abbreviation));
        }
        BigInteger nanos = number.multiply(BigInteger.valueOf(unit.toNanos(1)));
        return nanos.bitLength() < Long.SIZE
                ? new Reading.Value<>(Duration.ofNanos(nanos.longValue()))
                : new Reading.Wrong<>("a duration is shorter than 292 years", advice);
    }

    private static String adviceOnUnit(BigInteger number, String unit) {
        String singular = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return UNITS.entrySet().stream()
                .filter(known -> known.getKey().name().toLowerCase(Locale.ROOT).startsWith(singular))
                .map(meant -> "Did you mean \"%d %s\"?".formatted(number.abs(), meant.getValue()))
                .findFirst()
                .orElse("Try \"%d s\".".formatted(number.abs()));
    }
}
