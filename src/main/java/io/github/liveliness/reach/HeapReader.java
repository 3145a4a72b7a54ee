package io.github.liveliness.reach;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a heap dump in HPROF format, in one pass over its file. */
final class HeapReader {
    private final MappedFile file;
    private final Cursor cursor;
    private final int identifierSize;
    private final ObjectTable objects;
    private final Texts texts;
    private final Map<Integer, Long> classNamesBySerial = new HashMap<>();
    private final ClassTable classes;
    private final RootRecords roots = new RootRecords();
    private final Stacks stacks;

    private HeapReader(MappedFile file) throws IOException {
        this.file = file;
        this.cursor = new Cursor(file);
        this.identifierSize = readHeader();
        this.objects = new ObjectTable(file, identifierSize);
        this.texts = new Texts(file, identifierSize);
        this.classes = new ClassTable(texts);
        this.stacks = new Stacks(texts, classNamesBySerial);
    }

    /**
     * Reads a dump.
     *
     * @throws IOException if the file cannot be read, or is no complete dump
     */
    static Heap read(Path path) throws IOException {
        try {
            return new HeapReader(MappedFile.of(path)).read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException(path + " ends within a record: the dump is not complete", e);
        }
    }

    private int readHeader() throws IOException {
        StringBuilder format = new StringBuilder();
        for (int next = cursor.unsignedByte(); next != 0; next = cursor.unsignedByte()) {
            format.append((char) next);
        }
        int size = cursor.integer();
        if (!format.toString().startsWith("JAVA PROFILE") || (size != Integer.BYTES && size != Long.BYTES)) {
            throw new IOException(
                    "no heap dump: the file begins with \"" + format + "\", identifiers of " + size + " bytes");
        }
        cursor.identifiersOf(size);
        cursor.skip(Long.BYTES);
        return size;
    }

    private Heap read() throws IOException {
        while (cursor.hasMore()) {
            int tag = cursor.unsignedByte();
            cursor.skip(Integer.BYTES);
            long length = cursor.unsignedInteger();
            long end = cursor.position() + length;
            if (end > file.size()) {
                throw new IndexOutOfBoundsException("a record of " + length + " bytes");
            }
            record(tag, end);
            cursor.moveTo(end);
        }
        objects.index();
        List<Root> all = new ArrayList<>(roots.resolve(objects));
        all.addAll(classes.roots(objects));
        return new Heap(file, objects, classes.resolve(identifierSize), all, stacks.threads(roots, objects));
    }

    private void record(int tag, long end) throws IOException {
        switch (tag) {
            case HprofRecord.TEXT -> texts.add(cursor.identifier(), cursor.position());
            case HprofRecord.LOADED_CLASS -> {
                int serial = cursor.integer();
                long identifier = cursor.identifier();
                cursor.skip(Integer.BYTES);
                classNamesBySerial.put(serial, classes.name(identifier, cursor.identifier()));
            }
            case HprofRecord.FRAME -> stacks.frame(cursor);
            case HprofRecord.TRACE -> stacks.trace(cursor);
            case HprofRecord.HEAP, HprofRecord.HEAP_SEGMENT -> {
                while (cursor.position() < end) {
                    heapRecord();
                }
            }
            default -> cursor.moveTo(end);
        }
    }

    private void heapRecord() throws IOException {
        long start = cursor.position();
        int tag = cursor.unsignedByte();
        switch (tag) {
            case HprofRecord.CLASS -> {
                long identifier = cursor.identifier();
                objects.add(start, identifier, ObjectTable.CLASS);
                classes.add(identifier, cursor, identifierSize);
            }
            case HprofRecord.INSTANCE -> {
                long identifier = cursor.identifier();
                cursor.skip(Integer.BYTES);
                objects.add(start, identifier, classes.number(cursor.identifier()));
                cursor.skip(cursor.unsignedInteger());
            }
            case HprofRecord.ARRAY_OF_REFERENCES -> {
                objects.add(start, cursor.identifier(), ObjectTable.ARRAY_OF_REFERENCES);
                cursor.skip(Integer.BYTES);
                long length = cursor.unsignedInteger();
                cursor.skip(identifierSize + length * identifierSize);
            }
            case HprofRecord.ARRAY_OF_NUMBERS -> {
                objects.add(start, cursor.identifier(), ObjectTable.ARRAY_OF_NUMBERS);
                cursor.skip(Integer.BYTES);
                long length = cursor.unsignedInteger();
                cursor.skip(length * ClassTable.type(cursor.unsignedByte()).size(identifierSize));
            }
            default -> roots.add(tag, cursor);
        }
    }
}
