package io.github.liveliness.reach;

import java.util.Arrays;
import java.util.Optional;

/** The types of values, with the numbers that HPROF gives them. */
enum FieldType {
    REFERENCE(2, 0),
    BOOLEAN(4, 1),
    CHAR(5, 2),
    FLOAT(6, 4),
    DOUBLE(7, 8),
    BYTE(8, 1),
    SHORT(9, 2),
    INT(10, 4),
    LONG(11, 8);

    private static final FieldType[] BY_NUMBER = new FieldType[12];

    static {
        Arrays.stream(values()).forEach(type -> BY_NUMBER[type.number] = type);
    }

    private final int number;
    private final int bytes;

    FieldType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** The type with this number. */
    static Optional<FieldType> numbered(int number) {
        return number < 0 || number >= BY_NUMBER.length ? Optional.empty() : Optional.ofNullable(BY_NUMBER[number]);
    }

    int number() {
        return number;
    }

    /** How many bytes a value takes in a dump whose identifiers take so many. */
    int size(int identifierSize) {
        return this == REFERENCE ? identifierSize : bytes;
    }
}
