package io.github.liveliness.engine;

import java.util.Optional;

/**
 * What another syntax reads, or a word for nothing.
 *
 * @param word that word, such as {@code never}
 * @param other reads everything else
 */
record OrNoneSyntax<T>(String word, SettingSyntax<T> other) implements SettingSyntax<Optional<T>> {

    static <T> OrNoneSyntax<T> orNever(SettingSyntax<T> other) {
        return new OrNoneSyntax<>("never", other);
    }

    static <T> OrNoneSyntax<T> orNone(SettingSyntax<T> other) {
        return new OrNoneSyntax<>("none", other);
    }

    @Override
    public Reading<Optional<T>> read(String text) {
        if (text.equalsIgnoreCase(word)) {
            return new Reading.Value<>(Optional.empty());
        }
        Reading<T> reading = other.read(text);
        if (reading instanceof Reading.Wrong<T> wrong) {
            return new Reading.Wrong<>(wrong.why(), wrong.advice());
        }
        return new Reading.Value<>(Optional.of(((Reading.Value<T>) reading).value()));
    }
}
