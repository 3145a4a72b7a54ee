package io.github.liveliness.engine;

/**
 * Decides when a tick is worth a close look, which costs a millisecond where a tick costs some microseconds.
 *
 * <p>The first ticks of a silence get a look each, later ones ever fewer, but never less than one in {@value #RAREST}.
 */
final class Attention {
    static final int RAREST = 64;

    private Attention() {}

    /** Whether a silence that has lasted for so many ticks is worth a look now. */
    static boolean due(int ticks) {
        return ticks > 0 && (Integer.bitCount(ticks) == 1 || ticks % RAREST == 0);
    }
}
