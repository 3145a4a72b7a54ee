package io.github.liveliness.reach;

/**
 * An instance field.
 *
 * @param declaredBy the name of the class that declares it
 * @param name its name
 * @param type the type of its value
 * @param offset where it lies in the instances of the class that was asked, in bytes
 */
record HeapField(String declaredBy, String name, FieldType type, int offset) {

    /** The same field in a class whose own fields take so many bytes. */
    HeapField behind(int bytes) {
        return new HeapField(declaredBy, name, type, offset + bytes);
    }
}
