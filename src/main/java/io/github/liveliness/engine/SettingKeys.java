package io.github.liveliness.engine;

import io.github.liveliness.engine.SettingsSources.Written;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells keys that exist from keys that somebody misspelt. */
final class SettingKeys {

    private static final String PREFIX = "liveliness.";

    private SettingKeys() {}

    /**
     * Throws if a key starts as ours do and is none of ours.
     *
     * @param keys all keys of one source
     * @param source looks up how a key and its value are written there
     */
    static void refuseUnknown(Set<String> keys, Function<String, Optional<Written>> source) {
        keys.stream()
                .filter(key -> key.startsWith(PREFIX) && !isReserved(key) && !isKnown(key))
                // The same mistakes make the same message.
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    String where = source.apply(key).map(Written::where).orElse(key);
                    throw SettingsException.wrong(where, "there is no setting " + key, advice(key));
                });
    }

    /**
     * Whether a key is for builds and not for us: build tools hand their own properties on to the tests, such as the
     * version of this very library.
     */
    private static boolean isReserved(String key) {
        return key.startsWith("liveliness.internal.")
                || key.equals("liveliness.jar")
                || key.equals("liveliness.version");
    }

    private static boolean isKnown(String key) {
        return Setting.ALL.stream().anyMatch(setting -> setting.key().equals(key));
    }

    private static String advice(String key) {
        List<String> names = Setting.ALL.stream()
                .map(setting -> setting.key().substring(PREFIX.length()))
                .toList();
        return Spelling.nearest(key.substring(PREFIX.length()).toLowerCase(Locale.ROOT), names)
                .map(meant -> "Did you mean \"" + PREFIX + meant + "\"?")
                .orElseGet(SettingKeys::all);
    }

    private static String all() {
        return Setting.ALL.stream()
                .map(setting -> "\n  " + setting.key() + " = " + setting.standard() + ": " + setting.description())
                .collect(Collectors.joining("", "These exist, with their defaults:", ""));
    }
}
