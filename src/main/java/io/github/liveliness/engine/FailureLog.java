package io.github.liveliness.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells failures of our own; one that comes again at every tick is told once. */
final class FailureLog implements Consumer<Throwable> {
    private final Consumer<String> console;
    private final Set<Failure> told = new HashSet<>();

    /** What is the same from tick to tick; messages may hold numbers that are not. */
    private record Failure(String type, Optional<StackTraceElement> place) {
        static Failure of(Throwable failure) {
            return new Failure(
                    failure.getClass().getName(),
                    Arrays.stream(failure.getStackTrace()).findFirst());
        }
    }

    FailureLog(Consumer<String> console) {
        this.console = console;
    }

    @Override
    public synchronized void accept(Throwable failure) {
        if (told.add(Failure.of(failure))) {
            console.accept("Liveliness met an error while it watched, and goes on: " + failure);
        }
    }
}
