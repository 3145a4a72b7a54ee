package io.github.liveliness.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of a few words; capitals do not matter. */
final class ChoiceSyntax<T> implements SettingSyntax<T> {

    private final Map<String, T> choices;

    private ChoiceSyntax(Map<String, T> choices) {
        this.choices = choices;
    }

    static <E extends Enum<E>> ChoiceSyntax<E> of(Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(choice -> choices.put(choice.name().toLowerCase(Locale.ROOT), choice));
        return new ChoiceSyntax<>(choices);
    }

    static ChoiceSyntax<Boolean> ofBoolean() {
        Map<String, Boolean> choices = new LinkedHashMap<>();
        choices.put("true", true);
        choices.put("false", false);
        return new ChoiceSyntax<>(choices);
    }

    @Override
    public Reading<T> read(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(choices.get(word))
                .<Reading<T>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>("there is no such choice", advice(word)));
    }

    private String advice(String word) {
        return Spelling.nearest(word, choices.keySet())
                .map(meant -> "Did you mean \"" + meant + "\"?")
                .orElseGet(() -> choices.keySet().stream()
                        .map(choice -> '"' + choice + '"')
                        .collect(Collectors.joining(" or ", "Try ", ".")));
    }
}
