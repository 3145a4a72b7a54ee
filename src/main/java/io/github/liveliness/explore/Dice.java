package io.github.liveliness.explore;

/** A stream of random numbers that is the same for the same seed everywhere, and allocates nothing: SplitMix64. */
final class Dice {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Those of one schedule: neighbouring numbers, and neighbouring seeds, have nothing in common. */
    static Dice of(long seed, long schedule) {
        return new Dice(mixed(seed, schedule));
    }

    /** One random number that belongs to the two. */
    static long mixed(long one, long other) {
        return mix(mix(one + GOLDEN_RATIO) + GOLDEN_RATIO * other);
    }

    long next() {
        state += GOLDEN_RATIO;
        return mix(state);
    }

    /** One of 0 to {@code bound - 1}, each as likely as another to within a billionth part. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
