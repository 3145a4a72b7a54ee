package io.github.liveliness.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A path of this computer.
 *
 * @param sample one, to suggest
 */
record PathSyntax(String sample) implements SettingSyntax<Path> {

    @Override
    public Reading<Path> read(String text) {
        try {
            return new Reading.Value<>(Path.of(text));
        } catch (InvalidPathException invalid) {
            return new Reading.Wrong<>(
                    "it is not a path on this computer (" + invalid.getReason() + ")", "Try \"" + sample + "\".");
        }
    }
}
