package io.github.liveliness.engine;

import java.util.Optional;

/** Any text, or {@code none}. */
record TextSyntax() implements SettingSyntax<Optional<String>> {

    @Override
    public Reading<Optional<String>> read(String text) {
        return new Reading.Value<>(Optional.of(text).filter(any -> !any.equalsIgnoreCase("none")));
    }
}
