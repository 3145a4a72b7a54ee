package io.github.liveliness.reach;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names in a dump: they are found at once and decoded when somebody asks, for most of them nobody does. */
final class Texts {
    static final String UNKNOWN = "?";

    private final MappedFile file;
    private final int identifierSize;
    private final LongTable positions = new LongTable();
    private final Map<Long, String> decoded = new HashMap<>();

    Texts(MappedFile file, int identifierSize) {
        this.file = file;
        this.identifierSize = identifierSize;
    }

    /** @param position where the text begins; before it stand the length of the record and the identifier */
    void add(long identifier, long position) {
        positions.put(identifier, position);
    }

    /** The text, {@link #UNKNOWN} if there is none. */
    String of(long identifier) {
        return decoded.computeIfAbsent(identifier, this::decode);
    }

    private String decode(long identifier) {
        long position = positions.get(identifier);
        if (position == LongTable.ABSENT) {
            return UNKNOWN;
        }
        long length = file.unsignedIntAt(position - identifierSize - Integer.BYTES) - identifierSize;
        return new String(file.bytesAt(position, (int) length), StandardCharsets.UTF_8);
    }
}
