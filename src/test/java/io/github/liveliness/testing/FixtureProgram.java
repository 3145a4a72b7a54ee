package io.github.liveliness.testing;

import java.util.Arrays;

/** Runs fixtures in a JVM of their own, for {@link ForkedJvm}: its arguments name them, and it prints the tests that failed. */
public final class FixtureProgram {

    private FixtureProgram() {}

    public static void main(String[] names) {
        Class<?>[] fixtures = Arrays.stream(names).map(FixtureProgram::load).toArray(Class<?>[]::new);
        Launched.run(fixtures).failed().forEach(System.out::println);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
