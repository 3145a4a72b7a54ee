package io.github.liveliness.proof;

import java.util.List;

/** Lays the threads that a dump is asked about where it shows them, for as long as it is taken. */
@SuppressWarnings("unused") // the fields are read in heap dumps
final class Subjects {
    private static final Thread[] NOBODY = {};

    private static volatile Thread[] threads = NOBODY;
    private static volatile Thread[] ours = NOBODY;

    private Subjects() {}

    static void show(List<Thread> subjects, List<Thread> watching) {
        threads = subjects.toArray(NOBODY);
        ours = watching.toArray(NOBODY);
    }

    static void hide() {
        threads = NOBODY;
        ours = NOBODY;
    }
}
