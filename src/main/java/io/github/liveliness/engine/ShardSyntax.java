package io.github.liveliness.engine;

import io.github.liveliness.explore.Shard;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of so many, counted from one: {@code 3/8}. */
record ShardSyntax() implements SettingSyntax<Shard> {
    private static final Pattern PART = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{1,6})");

    @Override
    public Reading<Shard> read(String text) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            return new Reading.Wrong<>(
                    "it is not one number of another", "Try \"1/8\" on the first of eight machines.");
        }
        int number = Integer.parseInt(part.group(1));
        int of = Integer.parseInt(part.group(2));
        return number >= 1 && number <= of
                ? new Reading.Value<>(new Shard(number, of))
                : new Reading.Wrong<>(
                        "parts are counted from 1 to " + of, "Try \"1/" + Math.max(of, 1) + "\" on the first machine.");
    }
}
