package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A class of the heap, with the fields of its instances, inherited ones last. */
final class HeapClass {
    private final String name;
    private final List<String> names;
    private final List<HeapField> fields;
    private final int[] references;

    HeapClass(String name, Optional<HeapClass> parent, List<HeapField> fields) {
        this.name = name;
        List<String> all = new ArrayList<>();
        all.add(name);
        parent.ifPresent(known -> all.addAll(known.names));
        this.names = List.copyOf(all);
        this.fields = List.copyOf(fields);
        this.references = offsets(fields);
    }

    /** Without a stream, for each class of the JVM is asked, and in a JVM that has not compiled any of it. */
    private static int[] offsets(List<HeapField> fields) {
        int[] offsets = new int[fields.size()];
        int count = 0;
        for (HeapField field : fields) {
            if (field.type() == FieldType.REFERENCE) {
                offsets[count++] = field.offset();
            }
        }
        return Arrays.copyOf(offsets, count);
    }

    /** As source code writes it, with dots; arrays as the JVM writes them. */
    String name() {
        return name;
    }

    /** Whether it is this class, or extends it. */
    boolean is(String className) {
        return names.contains(className);
    }

    /** Its name, and those of all classes that it extends, nearest first. */
    List<String> names() {
        return names;
    }

    List<HeapField> fields() {
        return fields;
    }

    /** How many references an instance holds. */
    int references() {
        return references.length;
    }

    /** How many bytes into an instance one of its references lies. */
    int reference(int index) {
        return references[index];
    }

    /** A field, by the class that declares it: a user's class may have one of the same name. */
    Optional<HeapField> field(String declaredBy, String fieldName) {
        return fields.stream()
                .filter(field ->
                        field.name().equals(fieldName) && field.declaredBy().equals(declaredBy))
                .findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
