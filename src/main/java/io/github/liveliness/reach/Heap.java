package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The objects of a heap dump, each known by an index.
 *
 * <p>Of each object only the position of its record and its class are kept, in flat lists; values are read from the file
 * when somebody asks.
 */
final class Heap implements References {
    /** The index of no object: that of {@code null}, or of an object that is not in the dump. */
    static final int NONE = -1;

    private final MappedFile file;
    private final ObjectTable objects;
    private final List<HeapClass> classes;
    private final List<Root> roots;
    private final List<HeapThread> threads;

    Heap(MappedFile file, ObjectTable objects, List<HeapClass> classes, List<Root> roots, List<HeapThread> threads) {
        this.file = file;
        this.objects = objects;
        this.classes = List.copyOf(classes);
        this.roots = List.copyOf(roots);
        this.threads = List.copyOf(threads);
    }

    /** How many objects there are; their indices begin at 0. */
    int size() {
        return objects.size();
    }

    /** All roots, save those on the stacks of threads. */
    List<Root> roots() {
        return roots;
    }

    List<HeapThread> threads() {
        return threads;
    }

    boolean isInstance(int object) {
        return objects.kind(object) >= 0;
    }

    boolean isArrayOfReferences(int object) {
        return objects.kind(object) == ObjectTable.ARRAY_OF_REFERENCES;
    }

    /** Whether it can refer to nothing and be waited for by nobody: a class, whose references are roots, or numbers. */
    boolean isPlain(int object) {
        return objects.kind(object) <= ObjectTable.ARRAY_OF_NUMBERS;
    }

    /** The class of an instance; nothing for an array, a class, or {@link #NONE}. */
    Optional<HeapClass> classOf(int object) {
        return object != NONE && isInstance(object) ? Optional.of(classes.get(objects.kind(object))) : Optional.empty();
    }

    /** The classes, in the order of {@link #kind}. */
    List<HeapClass> classes() {
        return classes;
    }

    /** The number of an instance's class; negative for what is no instance. */
    int kind(int object) {
        return objects.kind(object);
    }

    /** Whether an object is an instance of this class, or of one that extends it. */
    boolean isA(int object, String className) {
        return classOf(object).filter(type -> type.is(className)).isPresent();
    }

    /** The reference in a field of the JDK's, {@link #NONE} if there is no such field. */
    int reference(int object, JdkField field) {
        return reference(object, field.declaringClass(), field.fieldName());
    }

    /** The reference in a field, {@link #NONE} if there is no such field. */
    int reference(int object, String declaredBy, String field) {
        return classOf(object)
                .flatMap(type -> type.field(declaredBy, field))
                .map(known -> reference(object, known.offset()))
                .orElse(NONE);
    }

    /** The reference that lies so many bytes into an instance. */
    int reference(int object, int offset) {
        return objects.find(objects.identifierAt(objects.values(object) + offset));
    }

    /** The number in a field of the JDK's. */
    Optional<Long> number(int object, JdkField field) {
        return number(object, field.declaringClass(), field.fieldName());
    }

    /** The number in a field of type {@code boolean}, {@code byte}, {@code int} or {@code long}. */
    Optional<Long> number(int object, String declaredBy, String field) {
        return classOf(object).flatMap(type -> type.field(declaredBy, field)).flatMap(known -> number(object, known));
    }

    private Optional<Long> number(int object, HeapField field) {
        long position = objects.values(object) + field.offset();
        return switch (field.type()) {
            case BOOLEAN, BYTE -> Optional.of((long) (byte) file.unsignedByteAt(position));
            case SHORT -> Optional.of((long) (short) file.unsignedShortAt(position));
            case INT -> Optional.of((long) file.intAt(position));
            case LONG -> Optional.of(file.longAt(position));
            default -> Optional.empty();
        };
    }

    /** Whether an object has a field; a JDK may do without one that we know. */
    boolean has(int object, JdkField field) {
        return classOf(object)
                .flatMap(type -> type.field(field.declaringClass(), field.fieldName()))
                .isPresent();
    }

    @Override
    public void forEach(int object, IntConsumer action) {
        int kind = objects.kind(object);
        if (kind == ObjectTable.ARRAY_OF_REFERENCES) {
            forEachElement(object, action);
        } else if (kind >= 0) {
            HeapClass type = classes.get(kind);
            long values = objects.values(object);
            for (int index = 0; index < type.references(); index++) {
                action.accept(objects.find(objects.identifierAt(values + type.reference(index))));
            }
        }
    }

    /** Hands out every element of an array of references, {@link #NONE} for null. */
    void forEachElement(int array, IntConsumer action) {
        long position = objects.values(array);
        int length = objects.length(array);
        for (int index = 0; index < length; index++) {
            action.accept(objects.find(objects.identifierAt(position)));
            position += objects.identifierSize();
        }
    }

    /** The text of a {@code String}; empty for anything else. */
    String text(int object) {
        int value = reference(object, "java.lang.String", "value");
        if (value == NONE) {
            return "";
        }
        boolean latin = number(object, "java.lang.String", "coder").orElse(0L) == 0;
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : nativeOrder();
        return new String(file.bytesAt(objects.values(value), objects.length(value)), charset);
    }

    /** The bytes of a string are the JVM's own, and it keeps characters in the order of the machine. */
    private static Charset nativeOrder() {
        return java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_16BE;
    }
}
