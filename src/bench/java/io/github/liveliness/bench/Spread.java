package io.github.liveliness.bench;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Where the middle of some figures lies, and how far they reach to both sides. */
record Spread(double tenth, double median, double ninetieth) {

    static Spread of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    /** Of what was measured in pairs: the first by the second. */
    static Spread ofRatios(double[] first, double[] second) {
        return ofPairs(first, second, (one, other) -> one / other);
    }

    /** Of what was measured in pairs: how much more the first is than the second. */
    static Spread ofDifferences(double[] first, double[] second) {
        return ofPairs(first, second, (one, other) -> one - other);
    }

    private static Spread ofPairs(double[] first, double[] second, DoubleBinaryOperator compare) {
        return of(IntStream.range(0, first.length)
                .mapToDouble(pair -> compare.applyAsDouble(first[pair], second[pair]))
                .toArray());
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
