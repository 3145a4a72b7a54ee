package io.github.liveliness.agent.boot;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

/**
 * The numbers that were used since somebody last asked, modulo {@value #CAPACITY}.
 *
 * <p>Lock-free, and keeps nothing alive: who is never asked about costs a bit.
 */
final class UsedNumbers {
    static final int CAPACITY = 1 << 16;

    private final AtomicLongArray words = new AtomicLongArray(CAPACITY / Long.SIZE);

    void add(long number) {
        int word = (int) (number % CAPACITY) / Long.SIZE;
        // A shift goes by the lowest bits of its distance alone.
        long bit = 1L << number;
        long before = words.get(word);
        while ((before & bit) == 0 && !words.compareAndSet(word, before, before | bit)) {
            before = words.get(word);
        }
    }

    /** Shows each number up to the highest that may have been meant, and forgets them all. */
    void take(long highest, LongConsumer action) {
        for (int word = 0; word < words.length(); word++) {
            if (words.get(word) != 0) {
                long bits = words.getAndSet(word, 0);
                for (; bits != 0; bits &= bits - 1) {
                    long number = word * (long) Long.SIZE + Long.numberOfTrailingZeros(bits);
                    for (; number <= highest; number += CAPACITY) {
                        action.accept(number);
                    }
                }
            }
        }
    }
}
