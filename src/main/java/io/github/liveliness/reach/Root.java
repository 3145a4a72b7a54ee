package io.github.liveliness.reach;

/** What keeps an object alive, apart from other objects. */
sealed interface Root {
    /** The object that is kept alive, by its index. */
    int object();

    /**
     * A local variable, an argument or a monitor of a thread.
     *
     * @param object the object
     * @param threadSerial which thread, as the dump numbers them
     * @param frame which of its frames, innermost first; -1 where the dump does not tell
     */
    record Stack(int object, int threadSerial, int frame) implements Root {}

    /**
     * A static field, or what else belongs to a class: its loader, its signers, its protection domain.
     *
     * @param object the object
     * @param className the class
     * @param field the field, or the part of the class
     */
    record OfClass(int object, String className, String field) implements Root {}

    /**
     * Native code, or a monitor that the dump ties to no thread.
     *
     * @param object the object
     */
    record Anybody(int object) implements Root {}
}
