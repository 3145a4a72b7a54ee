package io.github.liveliness.engine;

import java.util.Optional;

/**
 * What another syntax reads, or {@code never}.
 *
 * @param other reads everything else
 */
record OrNeverSyntax<T>(SettingSyntax<T> other) implements SettingSyntax<Optional<T>> {

    @Override
    public Reading<Optional<T>> read(String text) {
        if (text.equalsIgnoreCase("never")) {
            return new Reading.Value<>(Optional.empty());
        }
        Reading<T> reading = other.read(text);
        if (reading instanceof Reading.Wrong<T> wrong) {
            return new Reading.Wrong<>(wrong.why(), wrong.advice());
        }
        return new Reading.Value<>(Optional.of(((Reading.Value<T>) reading).value()));
    }
}
