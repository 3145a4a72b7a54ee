package io.github.liveliness.reach;

import java.util.HashSet;
import java.util.Set;

/**
 * References that nobody follows but the workers of one pool, such as that from a pool to its queue: they count only once
 * the gate is open.
 *
 * @param keepers the suspects, by their {@code Thread}, each of which opens the gate when it moves
 * @param openers objects; the gate also opens once one of these is reached
 * @param references the references behind the gate
 */
record Gate(Set<Integer> keepers, Set<Integer> openers, Set<Reference> references) {
    Gate {
        keepers = Set.copyOf(keepers);
        openers = Set.copyOf(openers);
        references = Set.copyOf(references);
    }

    /** The same gate before more references. */
    Gate before(Set<Reference> more) {
        Set<Reference> all = new HashSet<>(references);
        all.addAll(more);
        return new Gate(keepers, openers, all);
    }

    /**
     * A reference.
     *
     * @param from the object that holds it
     * @param to the object that it leads to
     */
    record Reference(int from, int to) {
        /** What the JVM makes for records has to be linked first, and a JVM asks this when it has hardly begun. */
        @Override
        public int hashCode() {
            return 31 * from + to;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reference reference && reference.from == from && reference.to == to;
        }
    }
}
