package io.github.liveliness.reach;

import java.util.Arrays;

/** Lists of numbers that grow in pieces, so that growing copies nothing and wastes little. */
final class Chunked {
    private static final int BITS = 16;
    private static final int LENGTH = 1 << BITS;
    private static final int WITHIN = LENGTH - 1;

    private Chunked() {}

    /** A list of {@code long}s. */
    static final class Longs {
        private long[][] chunks = new long[16][];
        private int size;

        void add(long value) {
            int chunk = size >>> BITS;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunk);
            }
            if (chunks[chunk] == null) {
                chunks[chunk] = new long[LENGTH];
            }
            chunks[chunk][size++ & WITHIN] = value;
        }

        long get(int index) {
            return chunks[index >>> BITS][index & WITHIN];
        }

        int size() {
            return size;
        }
    }

    /** A list of {@code int}s. */
    static final class Ints {
        private int[][] chunks = new int[16][];
        private int size;

        void add(int value) {
            int chunk = size >>> BITS;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunk);
            }
            if (chunks[chunk] == null) {
                chunks[chunk] = new int[LENGTH];
            }
            chunks[chunk][size++ & WITHIN] = value;
        }

        int get(int index) {
            return chunks[index >>> BITS][index & WITHIN];
        }

        int size() {
            return size;
        }
    }
}
