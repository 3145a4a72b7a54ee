package io.github.liveliness.explore;

/** A running sum over what there was to choose from, so that two runs that came to the same place in different ways differ. */
final class PathCheck {
    static final int START = 17;

    private PathCheck() {}

    static int next(int path, int count, boolean currentFirst) {
        return path * 31 + count * 2 + (currentFirst ? 1 : 0);
    }

    /** Eight bits of it. */
    static int brief(int path) {
        return (path * 0x9e3779b1) >>> 24;
    }
}
