package io.github.liveliness.explore;

import org.apiguardian.api.API;

/**
 * One machine's part of an exploration.
 *
 * @param number which part, from 1
 * @param of how many parts there are
 */
@API(status = API.Status.INTERNAL)
public record Shard(int number, int of) {

    /** All of it. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException(number + " of " + of);
        }
    }

    /** Whether the item with this number is for this part: each is for exactly one. */
    boolean has(long item) {
        return item % of == number - 1;
    }

    /** How many of the first so many items are for this part. */
    long share(long items) {
        return items / of + (items % of >= number ? 1 : 0);
    }
}
