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
     * A static field.
     *
     * @param object the object
     * @param className the class
     * @param field the field
     */
    record StaticField(int object, String className, String field) implements Root {}

    /**
     * What belongs to a class and is no field: its loader, its signers, its protection domain.
     *
     * @param object the object
     * @param className the class
     * @param part what of it
     */
    record OfClass(int object, String className, String part) implements Root {}

    /**
     * A field of a live thread, or the thread itself.
     *
     * @param object the object
     * @param thread the {@code Thread}
     */
    record OfThread(int object, int thread) implements Root {}

    /**
     * Native code, or what else the dump does not tell.
     *
     * @param object the object
     */
    record Anybody(int object) implements Root {}
}
