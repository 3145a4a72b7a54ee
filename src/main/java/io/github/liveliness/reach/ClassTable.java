package io.github.liveliness.reach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of a dump: numbered as they are met, and resolved once all of them are known. */
final class ClassTable {
    private final Texts texts;
    private final Map<Long, Long> names = new HashMap<>();
    private final Map<Long, String> dottedNames = new HashMap<>();
    private final LongTable numbers = new LongTable();
    private final Map<Long, ClassRecord> records = new HashMap<>();
    private final List<Long> identifiers = new ArrayList<>();

    ClassTable(Texts texts) {
        this.texts = texts;
    }

    /** Notes what a class is called; returns the identifier of the name. */
    long name(long identifier, long nameIdentifier) {
        names.put(identifier, nameIdentifier);
        return nameIdentifier;
    }

    /** The number of a class, which may be met before its record. */
    int number(long identifier) {
        long known = numbers.get(identifier);
        if (known != LongTable.ABSENT) {
            return (int) known;
        }
        identifiers.add(identifier);
        numbers.put(identifier, identifiers.size() - 1);
        return identifiers.size() - 1;
    }

    /** Reads a class, from what stands behind its identifier. */
    void add(long identifier, Cursor cursor, int identifierSize) throws IOException {
        cursor.skip(Integer.BYTES);
        long parent = cursor.identifier();
        List<ClassRecord.Held> held = new ArrayList<>();
        held.add(new ClassRecord.Held(0, "its class loader", cursor.identifier()));
        held.add(new ClassRecord.Held(0, "its signers", cursor.identifier()));
        held.add(new ClassRecord.Held(0, "its protection domain", cursor.identifier()));
        cursor.skip(2L * identifierSize + Integer.BYTES);
        skipConstants(cursor, identifierSize);
        readStatics(cursor, identifierSize, held);
        List<ClassRecord.Declared> fields = new ArrayList<>();
        for (int left = cursor.unsignedShort(); left > 0; left--) {
            fields.add(new ClassRecord.Declared(cursor.identifier(), type(cursor.unsignedByte())));
        }
        number(identifier);
        records.put(identifier, new ClassRecord(identifier, parent, held, fields));
    }

    private static void skipConstants(Cursor cursor, int identifierSize) throws IOException {
        for (int left = cursor.unsignedShort(); left > 0; left--) {
            cursor.skip(Short.BYTES);
            cursor.skip(type(cursor.unsignedByte()).size(identifierSize));
        }
    }

    private static void readStatics(Cursor cursor, int identifierSize, List<ClassRecord.Held> held) throws IOException {
        for (int left = cursor.unsignedShort(); left > 0; left--) {
            long name = cursor.identifier();
            FieldType type = type(cursor.unsignedByte());
            if (type == FieldType.REFERENCE) {
                held.add(new ClassRecord.Held(name, "", cursor.identifier()));
            } else {
                cursor.skip(type.size(identifierSize));
            }
        }
    }

    static FieldType type(int number) throws IOException {
        return FieldType.numbered(number)
                .orElseThrow(() -> new IOException("not a heap dump that we know: it holds a value of type " + number));
    }

    /** What the classes hold. */
    List<Root> roots(ObjectTable objects) {
        List<Root> roots = new ArrayList<>();
        for (ClassRecord record : records.values()) {
            String name = nameOf(record.identifier());
            for (ClassRecord.Held held : record.held()) {
                int object = objects.find(held.object());
                if (object != Heap.NONE) {
                    roots.add(
                            held.name() == 0
                                    ? new Root.OfClass(object, name, held.part())
                                    : new Root.StaticField(object, name, texts.of(held.name())));
                }
            }
        }
        return roots;
    }

    /** The classes, in the order of their numbers. */
    List<HeapClass> resolve(int identifierSize) {
        Map<Long, HeapClass> resolved = new HashMap<>();
        return identifiers.stream()
                .map(identifier -> resolve(identifier, identifierSize, resolved))
                .toList();
    }

    private HeapClass resolve(long identifier, int identifierSize, Map<Long, HeapClass> resolved) {
        HeapClass known = resolved.get(identifier);
        if (known != null) {
            return known;
        }
        ClassRecord record = records.getOrDefault(identifier, new ClassRecord(identifier, 0, List.of(), List.of()));
        Optional<HeapClass> parent = record.parent() == 0
                ? Optional.empty()
                : Optional.of(resolve(record.parent(), identifierSize, resolved));
        HeapClass type = new HeapClass(nameOf(identifier), parent, layout(record, parent, identifierSize));
        resolved.put(identifier, type);
        return type;
    }

    /** An instance holds the values of its own class first, then those of its parents. */
    private List<HeapField> layout(ClassRecord type, Optional<HeapClass> parent, int identifierSize) {
        List<HeapField> fields = new ArrayList<>();
        String declaredBy = nameOf(type.identifier());
        int offset = 0;
        for (ClassRecord.Declared field : type.fields()) {
            fields.add(new HeapField(declaredBy, texts.of(field.name()), field.type(), offset));
            offset += field.type().size(identifierSize);
        }
        for (HeapField inherited : parent.map(HeapClass::fields).orElse(List.of())) {
            fields.add(inherited.behind(offset));
        }
        return fields;
    }

    private String nameOf(long identifier) {
        return dottedNames.computeIfAbsent(identifier, unknown -> dotted(texts.of(names.getOrDefault(identifier, 0L))));
    }

    static String dotted(String name) {
        return name.replace('/', '.');
    }
}
