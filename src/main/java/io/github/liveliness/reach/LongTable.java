package io.github.liveliness.reach;

import java.util.Arrays;

/** A table from identifiers, none of them 0, to values. */
final class LongTable {
    static final long ABSENT = -1;

    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /** @param value not negative */
    void put(long key, long value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    /** The value, or {@link #ABSENT}. */
    long get(long key) {
        int slot = slot(key);
        return keys[slot] == key && key != 0 ? values[slot] : ABSENT;
    }

    /** Where a key is, or is to be put. */
    private int slot(long key) {
        int slot = (int) ((key * GOLDEN_RATIO) >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = Arrays.copyOf(keys, keys.length);
        size = 0;
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldKeys[slot] != 0) {
                put(oldKeys[slot], oldValues[slot]);
            }
        }
    }
}
