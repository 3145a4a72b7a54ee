package io.github.liveliness.reach;

import java.util.List;

/**
 * A class as the dump writes it down, before names and parents are known.
 *
 * @param identifier of the class object
 * @param parent of the class object of its parent, 0 if it has none
 * @param held what the class refers to, static fields among it
 * @param fields the fields that it declares itself
 */
record ClassRecord(long identifier, long parent, List<Held> held, List<Declared> fields) {
    ClassRecord {
        held = List.copyOf(held);
        fields = List.copyOf(fields);
    }

    /**
     * A reference from a class.
     *
     * @param name the identifier of the field's name, or 0 for what is no field
     * @param part what it is if it is no field
     * @param object the identifier of the object
     */
    record Held(long name, String part, long object) {}

    /**
     * A field.
     *
     * @param name the identifier of its name
     * @param type its type
     */
    record Declared(long name, FieldType type) {}
}
