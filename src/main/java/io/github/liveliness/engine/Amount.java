package io.github.liveliness.engine;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole number and what follows it.
 *
 * @param number of any size and sign
 * @param unit in small letters, empty if there is none
 */
record Amount(BigInteger number, String unit) {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(-?\\d+)\\s*(\\p{L}*)");

    /** Nothing if the text is anything else. */
    static Optional<Amount> in(String text) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text.toLowerCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(new Amount(new BigInteger(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }
}
