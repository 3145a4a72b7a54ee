package io.github.liveliness.reach;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small heap dumps by hand, record by record, as the JVM does. */
final class DumpWriter {
    private final int identifierSize;
    private final Map<String, Long> texts = new LinkedHashMap<>();
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final ByteArrayOutputStream heapBytes = new ByteArrayOutputStream();
    private final DataOutputStream heap = new DataOutputStream(heapBytes);
    private final ByteArrayOutputStream stackBytes = new ByteArrayOutputStream();
    private final DataOutputStream stacks = new DataOutputStream(stackBytes);
    private final Map<String, Integer> serials = new HashMap<>();
    private final List<Long> written = new ArrayList<>();
    private long lastIdentifier = 0x1000;
    private int lastSerial;

    /** A class: its own fields by name, and its static references by name. */
    private record Type(
            long identifier, String parent, Map<String, FieldType> fields, Map<String, Long> statics, long loader) {}

    DumpWriter() {
        this(Long.BYTES);
    }

    DumpWriter(int identifierSize) {
        this.identifierSize = identifierSize;
        type("java.lang.Object", "");
    }

    /** A new identifier, for an object that others refer to before it is written. */
    long identifier() {
        lastIdentifier += 8;
        return lastIdentifier;
    }

    /** Declares a class; fields are written as "name" for a reference, "name:INT" for others. */
    long type(String name, String parent, String... fields) {
        Map<String, FieldType> declared = new LinkedHashMap<>();
        for (String field : fields) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                declared.put(field, FieldType.REFERENCE);
            } else {
                declared.put(field.substring(0, colon), FieldType.valueOf(field.substring(colon + 1)));
            }
        }
        Type type = new Type(identifier(), parent, declared, new LinkedHashMap<>(), 0);
        types.put(name, type);
        return type.identifier;
    }

    DumpWriter staticField(String type, String field, long object) {
        types.get(type).statics.put(field, object);
        return this;
    }

    /** Writes an instance; values are given by "declaring class.field", what is missing is 0. */
    long instance(String type, Map<String, Long> values) {
        return instance(identifier(), type, values);
    }

    long instance(long identifier, String type, Map<String, Long> values) {
        written.add(identifier);
        return heapRecord(() -> {
            heap.writeByte(HprofRecord.INSTANCE);
            identifier(heap, identifier);
            heap.writeInt(0);
            identifier(heap, types.get(type).identifier);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(bytes);
            for (String declaring = type; !declaring.isEmpty(); declaring = types.get(declaring).parent) {
                for (Map.Entry<String, FieldType> field :
                        types.get(declaring).fields.entrySet()) {
                    value(fields, field.getValue(), values.getOrDefault(declaring + "." + field.getKey(), 0L));
                }
            }
            heap.writeInt(bytes.size());
            heap.write(bytes.toByteArray());
            return identifier;
        });
    }

    long array(long... elements) {
        return heapRecord(() -> {
            long identifier = identifier();
            written.add(identifier);
            heap.writeByte(HprofRecord.ARRAY_OF_REFERENCES);
            identifier(heap, identifier);
            heap.writeInt(0);
            heap.writeInt(elements.length);
            identifier(heap, types.get("java.lang.Object").identifier);
            for (long element : elements) {
                identifier(heap, element);
            }
            return identifier;
        });
    }

    long bytes(byte... elements) {
        return heapRecord(() -> {
            long identifier = identifier();
            written.add(identifier);
            heap.writeByte(HprofRecord.ARRAY_OF_NUMBERS);
            identifier(heap, identifier);
            heap.writeInt(0);
            heap.writeInt(elements.length);
            heap.writeByte(FieldType.BYTE.number());
            heap.write(elements);
            return identifier;
        });
    }

    /** Makes a thread of an instance, with a stack of "class.method", innermost first; returns its serial. */
    int thread(long object, String... stack) {
        int serial = ++lastSerial;
        List<Long> frames = new ArrayList<>();
        for (String frame : stack) {
            int dot = frame.lastIndexOf('.');
            long identifier = identifier();
            frames.add(identifier);
            String className = frame.substring(0, dot);
            if (!types.containsKey(className)) {
                type(className, "java.lang.Object");
            }
            record(stacks, HprofRecord.FRAME, out -> {
                identifier(out, identifier);
                identifier(out, text(frame.substring(dot + 1)));
                identifier(out, text("()V"));
                identifier(out, text("Source.java"));
                out.writeInt(serial(className));
                out.writeInt(1);
            });
        }
        record(stacks, HprofRecord.TRACE, out -> {
            out.writeInt(serial);
            out.writeInt(serial);
            out.writeInt(frames.size());
            for (long frame : frames) {
                identifier(out, frame);
            }
        });
        heapRecord(() -> {
            heap.writeByte(HprofRecord.ROOT_THREAD);
            identifier(heap, object);
            heap.writeInt(serial);
            heap.writeInt(serial);
            return object;
        });
        return serial;
    }

    DumpWriter local(int threadSerial, int frame, long object) {
        heapRecord(() -> {
            heap.writeByte(HprofRecord.ROOT_JAVA_FRAME);
            identifier(heap, object);
            heap.writeInt(threadSerial);
            heap.writeInt(frame);
            return object;
        });
        return this;
    }

    DumpWriter global(long object) {
        heapRecord(() -> {
            heap.writeByte(HprofRecord.ROOT_JNI_GLOBAL);
            identifier(heap, object);
            identifier(heap, 1);
            return object;
        });
        return this;
    }

    /** The index that an object gets in the heap that is read once all is written: the classes come first. */
    int index(long identifier) {
        return types.size() + written.indexOf(identifier);
    }

    Heap read(Path folder) throws IOException {
        return HeapReader.read(write(folder));
    }

    Path write(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "heap", ".hprof"), toBytes());
    }

    byte[] toBytes() {
        ByteArrayOutputStream loaded = new ByteArrayOutputStream();
        DataOutputStream loads = new DataOutputStream(loaded);
        types.forEach((name, type) -> record(loads, HprofRecord.LOADED_CLASS, out -> {
            out.writeInt(serial(name));
            identifier(out, type.identifier);
            out.writeInt(0);
            identifier(out, text(name.replace('.', '/')));
        }));
        ByteArrayOutputStream classBytes = new ByteArrayOutputStream();
        DataOutputStream classes = new DataOutputStream(classBytes);
        types.forEach((name, type) -> writing(() -> classRecord(classes, type)));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        writing(() -> {
            out.writeBytes("JAVA PROFILE 1.0.2");
            out.writeByte(0);
            out.writeInt(identifierSize);
            out.writeLong(0);
        });
        texts.forEach((text, identifier) -> record(out, HprofRecord.TEXT, to -> {
            identifier(to, identifier);
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }));
        writing(() -> {
            out.write(loaded.toByteArray());
            out.write(stackBytes.toByteArray());
        });
        record(out, HprofRecord.HEAP_SEGMENT, to -> to.write(classBytes.toByteArray()));
        record(out, HprofRecord.HEAP_SEGMENT, to -> to.write(heapBytes.toByteArray()));
        record(out, 0x2c, to -> {});
        return all.toByteArray();
    }

    private void classRecord(DataOutputStream out, Type type) throws IOException {
        out.writeByte(HprofRecord.CLASS);
        identifier(out, type.identifier);
        out.writeInt(0);
        identifier(out, type.parent.isEmpty() ? 0 : types.get(type.parent).identifier);
        identifier(out, type.loader);
        for (int unused = 0; unused < 4; unused++) {
            identifier(out, 0);
        }
        out.writeInt(0);
        out.writeShort(1);
        out.writeShort(1);
        out.writeByte(FieldType.INT.number());
        out.writeInt(7);
        out.writeShort(type.statics.size() + 1);
        identifier(out, text("COUNT"));
        out.writeByte(FieldType.LONG.number());
        out.writeLong(7);
        for (Map.Entry<String, Long> field : type.statics.entrySet()) {
            identifier(out, text(field.getKey()));
            out.writeByte(FieldType.REFERENCE.number());
            identifier(out, field.getValue());
        }
        out.writeShort(type.fields.size());
        for (Map.Entry<String, FieldType> field : type.fields.entrySet()) {
            identifier(out, text(field.getKey()));
            out.writeByte(field.getValue().number());
        }
    }

    private int serial(String className) {
        text(className.replace('.', '/'));
        return serials.computeIfAbsent(className, name -> serials.size() + 1);
    }

    private long text(String text) {
        return texts.computeIfAbsent(text, unknown -> identifier());
    }

    private void value(DataOutputStream out, FieldType type, long value) throws IOException {
        switch (type) {
            case REFERENCE -> identifier(out, value);
            case BOOLEAN, BYTE -> out.writeByte((int) value);
            case CHAR, SHORT -> out.writeShort((int) value);
            case INT, FLOAT -> out.writeInt((int) value);
            case LONG, DOUBLE -> out.writeLong(value);
        }
    }

    private void identifier(DataOutputStream out, long identifier) throws IOException {
        if (identifierSize == Long.BYTES) {
            out.writeLong(identifier);
        } else {
            out.writeInt((int) identifier);
        }
    }

    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private interface Action {
        void run() throws IOException;
    }

    private interface HeapRecord {
        long write() throws IOException;
    }

    private static void record(DataOutputStream to, int tag, Content content) {
        writing(() -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(new DataOutputStream(bytes));
            to.writeByte(tag);
            to.writeInt(0);
            to.writeInt(bytes.size());
            to.write(bytes.toByteArray());
        });
    }

    private static void writing(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long heapRecord(HeapRecord record) {
        try {
            return record.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
