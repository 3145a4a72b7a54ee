package io.github.liveliness.reach;

import java.util.function.IntConsumer;

/** What refers to what: the edges of the heap that a proof follows. */
@FunctionalInterface
interface References {
    /** Hands out every object that an object refers to; {@link Heap#NONE} may be among them. */
    void forEach(int object, IntConsumer action);
}
