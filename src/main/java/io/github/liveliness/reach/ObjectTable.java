package io.github.liveliness.reach;

import java.util.Arrays;

/**
 * Where the record of each object stands, and what kind of object it is; finds objects by their identifiers.
 *
 * <p>Twelve bytes an object and a hash table of indices: the identifiers themselves are read from the file.
 */
final class ObjectTable {
    static final int ARRAY_OF_REFERENCES = -1;
    static final int ARRAY_OF_NUMBERS = -2;
    static final int CLASS = -3;

    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private final MappedFile file;
    private final int identifierSize;
    private final Chunked.Longs positions = new Chunked.Longs();
    private final Chunked.Ints kinds = new Chunked.Ints();
    private int[] table = {};
    private int shift;

    ObjectTable(MappedFile file, int identifierSize) {
        this.file = file;
        this.identifierSize = identifierSize;
    }

    /**
     * Adds an object.
     *
     * @param record where its record stands, which begins with a tag of one byte and the identifier
     * @param kind the number of its class, or one of the constants above
     */
    void add(long record, int kind) {
        positions.add(record);
        kinds.add(kind);
    }

    /** To be called once, when all objects have been added. */
    void index() {
        int slots = Math.max(16, Integer.highestOneBit(size() + size() / 2) * 2);
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        table = new int[slots];
        Arrays.fill(table, Heap.NONE);
        for (int object = 0; object < size(); object++) {
            int slot = slot(identifier(object));
            while (table[slot] != Heap.NONE) {
                slot = (slot + 1) & (slots - 1);
            }
            table[slot] = object;
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
        if (identifier == 0) {
            return Heap.NONE;
        }
        int slot = slot(identifier);
        for (int object = table[slot]; object != Heap.NONE; object = table[slot]) {
            if (identifier(object) == identifier) {
                return object;
            }
            slot = (slot + 1) & (table.length - 1);
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

    private int slot(long identifier) {
        return (int) ((identifier * GOLDEN_RATIO) >>> shift);
    }
}
