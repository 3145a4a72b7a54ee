package io.github.liveliness.explore;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/** Where one thread may stop and another go on. */
@API(status = API.Status.INTERNAL)
public enum Points {
    /** Where threads and tasks start, end, wait, signal, and take and release locks. */
    SYNCHRONIZATION('s'),
    /** There, and at volatile, atomic and VarHandle accesses of user classes. */
    MEMORY('m');

    private final char letter;

    Points(char letter) {
        this.letter = letter;
    }

    /** What stands for it in tokens, whatever it may be called one day. */
    char letter() {
        return letter;
    }

    static Optional<Points> of(int letter) {
        return Arrays.stream(values()).filter(points -> points.letter == letter).findFirst();
    }
}
