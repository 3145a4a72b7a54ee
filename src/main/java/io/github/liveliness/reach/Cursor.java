package io.github.liveliness.reach;

/** Reads a mapped file from front to end. */
final class Cursor {
    private final MappedFile file;
    private long position;
    private int identifierSize = Long.BYTES;

    Cursor(MappedFile file) {
        this.file = file;
    }

    long position() {
        return position;
    }

    boolean hasMore() {
        return position < file.size();
    }

    /** From now on identifiers have this many bytes. */
    void identifiersOf(int bytes) {
        identifierSize = bytes;
    }

    void moveTo(long next) {
        position = next;
    }

    void skip(long bytes) {
        position += bytes;
    }

    int unsignedByte() {
        return file.unsignedByteAt(position++);
    }

    int unsignedShort() {
        int value = file.unsignedShortAt(position);
        position += Short.BYTES;
        return value;
    }

    int integer() {
        int value = file.intAt(position);
        position += Integer.BYTES;
        return value;
    }

    long unsignedInteger() {
        return integer() & 0xffff_ffffL;
    }

    long identifier() {
        long value = identifierSize == Long.BYTES ? file.longAt(position) : file.unsignedIntAt(position);
        position += identifierSize;
        return value;
    }

    byte[] bytes(int length) {
        byte[] bytes = file.bytesAt(position, length);
        position += length;
        return bytes;
    }
}
