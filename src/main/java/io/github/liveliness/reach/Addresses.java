package io.github.liveliness.reach;

import java.io.IOException;
import java.util.Arrays;

/**
 * A set of addresses that tells the rank of each, about a byte for each of them.
 *
 * <p>A bit stands for each place at which an object may begin, in pages, since a heap is full in places and empty in between.
 * Objects refer to their neighbours, whose bits are near as well: most look-ups stay within a processor's cache, which those
 * in a table of hashes do not.
 */
final class Addresses {
    /** HotSpot lets objects begin at multiples of 8, or of more. */
    private static final int ALIGNMENT = 3;

    private static final int WORD_BITS = 6;
    private static final int PAGE_BITS = 12;
    private static final int WORDS_IN_A_PAGE = 1 << (PAGE_BITS - WORD_BITS);

    private final LongTable pages = new LongTable();
    private int pageCount;
    private long[] words = new long[16 * WORDS_IN_A_PAGE];
    private int[] before = {};

    /**
     * Adds an address; those added after {@link #rank()} has been called have no rank.
     *
     * @throws IOException if it is no multiple of 8
     */
    void add(long address) throws IOException {
        long place = address >>> ALIGNMENT;
        if (place << ALIGNMENT != address) {
            throw new IOException("not a heap dump that we know: an object lies at " + Long.toHexString(address));
        }
        int page = pageFor(place);
        words[word(page, place)] |= bit(place);
    }

    private int pageFor(long place) {
        long key = key(place);
        long known = pages.get(key);
        if (known != LongTable.ABSENT) {
            return (int) known;
        }
        int page = pageCount++;
        pages.put(key, page);
        if (pageCount * WORDS_IN_A_PAGE > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        return page;
    }

    /** To be called once all addresses are known. */
    void rank() {
        before = new int[pageCount * WORDS_IN_A_PAGE];
        int count = 0;
        for (int word = 0; word < before.length; word++) {
            before[word] = count;
            count += Long.bitCount(words[word]);
        }
    }

    /** How many addresses stand before this one, in an order of their own; {@link Heap#NONE} if it is unknown. */
    int rank(long address) {
        long place = address >>> ALIGNMENT;
        long page = pages.get(key(place));
        if (page == LongTable.ABSENT || place << ALIGNMENT != address) {
            return Heap.NONE;
        }
        int word = word((int) page, place);
        long bit = bit(place);
        return (words[word] & bit) == 0 ? Heap.NONE : before[word] + Long.bitCount(words[word] & (bit - 1));
    }

    /** The table knows no zero. */
    private static long key(long place) {
        return (place >>> PAGE_BITS) + 1;
    }

    private static int word(int page, long place) {
        return page * WORDS_IN_A_PAGE + ((int) (place >>> WORD_BITS) & (WORDS_IN_A_PAGE - 1));
    }

    private static long bit(long place) {
        return 1L << place;
    }
}
