package io.github.liveliness.reach;

import java.io.IOException;

/**
 * Where the record of each object stands, and what kind of object it is; finds objects by their identifiers, which are their
 * addresses.
 *
 * <p>Objects are numbered as they come. Sixteen bytes an object, and the set of addresses.
 */
final class ObjectTable {
    static final int ARRAY_OF_REFERENCES = -1;
    static final int ARRAY_OF_NUMBERS = -2;
    static final int CLASS = -3;

    private final MappedFile file;
    private final int identifierSize;
    private final Chunked.Longs positions = new Chunked.Longs();
    private final Chunked.Ints kinds = new Chunked.Ints();
    private final Addresses addresses = new Addresses();
    private int[] byRank = {};

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
     * @throws IOException if no JVM that we know puts an object there
     */
    void add(long record, long identifier, int kind) throws IOException {
        positions.add(record);
        kinds.add(kind);
        addresses.add(identifier);
    }

    /** To be called once, when all objects have been added. */
    void index() {
        addresses.rank();
        byRank = new int[size()];
        for (int object = 0; object < size(); object++) {
            byRank[addresses.rank(identifier(object))] = object;
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
        int rank = addresses.rank(identifier);
        return rank == Heap.NONE ? Heap.NONE : byRank[rank];
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
}
