package io.github.liveliness.engine;

/** Any text. */
record TextSyntax() implements SettingSyntax<String> {

    @Override
    public Reading<String> read(String text) {
        return new Reading.Value<>(text);
    }
}
