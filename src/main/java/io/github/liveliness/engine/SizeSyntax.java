package io.github.liveliness.engine;

import java.math.BigInteger;
import java.util.List;

/** Amounts of memory as the JVM's own options are written, with or without a B: {@code 256 MB}, {@code 1g}. */
record SizeSyntax() implements SettingSyntax<Long> {
    private static final List<String> UNITS = List.of("", "k", "m", "g", "t");
    private static final int BITS_A_UNIT = 10;
    private static final String ADVICE = "Try \"256 MB\".";

    @Override
    public Reading<Long> read(String text) {
        return Amount.in(text)
                .map(SizeSyntax::bytes)
                .orElseGet(() -> new Reading.Wrong<>("it is not a whole number with a unit (KB, MB, GB)", ADVICE));
    }

    private static Reading<Long> bytes(Amount amount) {
        int unit = UNITS.indexOf(amount.unit().replaceFirst("i?b$", ""));
        if (unit < 0) {
            return new Reading.Wrong<>("\"" + amount.unit() + "\" is not a unit (KB, MB, GB)", ADVICE);
        }
        BigInteger bytes = amount.number().shiftLeft(unit * BITS_A_UNIT);
        return bytes.signum() > 0 && bytes.bitLength() < Long.SIZE
                ? new Reading.Value<>(bytes.longValue())
                : new Reading.Wrong<>("an amount of memory is more than nothing, and less than 8 exabytes", ADVICE);
    }
}
