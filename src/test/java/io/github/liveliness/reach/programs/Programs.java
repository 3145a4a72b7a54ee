package io.github.liveliness.reach.programs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the programs of a group, each as a scene that brings its threads to where they wait. */
final class Programs {
    private final Map<String, Program> programs = new LinkedHashMap<>();

    /** A program that somebody wakes once the moment has come. */
    @FunctionalInterface
    interface Scene {
        void play(Waiters waiters, Moment moment) throws Exception;
    }

    /** A program that nobody wakes. */
    @FunctionalInterface
    interface Bug {
        void play(Waiters waiters) throws Exception;
    }

    /**
     * Adds a program.
     *
     * @param threads how many of its threads wait
     */
    Programs add(String name, int threads, Scene scene) {
        return since(17, name, threads, scene);
    }

    Programs bug(String name, int threads, Bug bug) {
        return add(name, threads, (waiters, moment) -> bug.play(waiters));
    }

    Programs since(int feature, String name, int threads, Scene scene) {
        if (programs.put(name, new Staged(feature, threads, scene)) != null) {
            throw new IllegalArgumentException("two programs are named: " + name);
        }
        return this;
    }

    Map<String, Program> map() {
        return Collections.unmodifiableMap(programs);
    }

    private record Staged(int since, int threads, Scene scene) implements Program {
        @Override
        public List<Thread> begin(Moment moment) throws Exception {
            Waiters waiters = new Waiters();
            scene.play(waiters, moment);
            return waiters.list(threads);
        }
    }
}
