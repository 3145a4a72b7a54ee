package io.github.liveliness.reach;

import java.util.Arrays;

/**
 * Where the record of each object stands, and what kind of object it is; finds objects by their identifiers.
 *
 * <p>Twelve bytes an object and a hash table, in which a key and an index stand side by side: one look into memory finds an
 * object. A key is the part of an identifier that differs; where that is longer than a key, the file has the rest.
 */
final class ObjectTable {
    static final int ARRAY_OF_REFERENCES = -1;
    static final int ARRAY_OF_NUMBERS = -2;
    static final int CLASS = -3;

    private static final int GOLDEN_RATIO = 0x9E37_79B9;
    private static final long UNSIGNED = 0xffff_ffffL;

    private final MappedFile file;
    private final int identifierSize;
    private final Chunked.Longs positions = new Chunked.Longs();
    private final Chunked.Ints kinds = new Chunked.Ints();
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private long bits;
    private int shift;
    private boolean longKeys;
    private int[] table = {};
    private int slots;

    ObjectTable(MappedFile file, int identifierSize) {
        this.file = file;
        this.identifierSize = identifierSize;
    }

    /**
     * Adds an object.
     *
     * @param record where its record stands, which begins with a tag of one byte and the identifier
     * @param identifier its identifier
     * @param kind the number of its class, or one of the constants above
     */
    void add(long record, long identifier, int kind) {
        positions.add(record);
        kinds.add(kind);
        least = Math.min(least, identifier);
        greatest = Math.max(greatest, identifier);
        bits |= identifier;
    }

    /** To be called once, when all objects have been added. */
    void index() {
        shift = Long.numberOfTrailingZeros(bits | Long.MIN_VALUE);
        longKeys = (greatest - least) >>> shift > UNSIGNED;
        slots = size() + size() / 4 + 16;
        table = new int[2 * slots];
        Arrays.fill(table, Heap.NONE);
        for (int object = 0; object < size(); object++) {
            int key = key(identifier(object));
            int slot = slot(key);
            while (table[slot + 1] != Heap.NONE) {
                slot = next(slot);
            }
            table[slot] = key;
            table[slot + 1] = object;
        }
    }

    int size() {
        return positions.size();
    }

    int identifierSize() {
        return identifierSize;
    }

    int kind(int object) {
        return kinds.get(object);
    }

    /** The index of an object, {@link Heap#NONE} if it is not in the dump. */
    int find(long identifier) {
        if (identifier < least || identifier > greatest) {
            return Heap.NONE;
        }
        int key = key(identifier);
        int slot = slot(key);
        while (table[slot + 1] != Heap.NONE) {
            if (table[slot] == key && (!longKeys || identifier(table[slot + 1]) == identifier)) {
                return table[slot + 1];
            }
            slot = next(slot);
        }
        return Heap.NONE;
    }

    long identifierAt(long position) {
        return identifierSize == Long.BYTES ? file.longAt(position) : file.unsignedIntAt(position);
    }

    /** Where the values of an object begin: the fields of an instance, the elements of an array. */
    long values(int object) {
        return positions.get(object) + HprofRecord.headerSize(kind(object), identifierSize);
    }

    /** How many elements an array has. */
    int length(int array) {
        return file.intAt(positions.get(array) + 1 + identifierSize + Integer.BYTES);
    }

    private long identifier(int object) {
        return identifierAt(positions.get(object) + 1);
    }

    private int key(long identifier) {
        return (int) ((identifier - least) >>> shift);
    }

    private int slot(int key) {
        long spread = (key * (long) GOLDEN_RATIO) & UNSIGNED;
        return 2 * (int) ((spread * slots) >>> Integer.SIZE);
    }

    private int next(int slot) {
        return slot + 2 == table.length ? 0 : slot + 2;
    }
}
