package io.github.liveliness.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Where users write settings, the strongest first.
 *
 * @param systemProperties the system properties; those that are not ours do no harm
 * @param annotation what an annotation says about a setting, if it does
 * @param configuration JUnit's configuration parameters
 * @param configurationKeys the names of these parameters, as far as they can be listed
 */
@API(status = API.Status.INTERNAL)
public record SettingsSources(
        Map<String, String> systemProperties,
        Function<Setting<?>, Optional<Written>> annotation,
        Function<String, Optional<String>> configuration,
        Set<String> configurationKeys) {

    public SettingsSources {
        systemProperties = Map.copyOf(systemProperties);
        configurationKeys = Set.copyOf(configurationKeys);
    }

    /**
     * A setting as somebody wrote it.
     *
     * @param value the value alone
     * @param where the value in its place, as an error quotes it
     */
    public record Written(String value, String where) {

        /**
         * A setting written as an attribute of an annotation.
         *
         * @param annotation the annotation's simple name: "DetectStalls"
         * @param attribute the attribute's name: "after"
         * @param value the attribute's value: "5 s"
         */
        public static Written inAnnotation(String annotation, String attribute, String value) {
            return new Written(value, "@%s(%s = \"%s\")".formatted(annotation, attribute, value));
        }

        static Written inSystemProperty(String key, String value) {
            return new Written(value, "-D" + key + "=" + value);
        }

        static Written inConfiguration(String key, String value) {
            return new Written(value, key + " = " + value + " in junit-platform.properties");
        }
    }

    <T> T value(Setting<T> setting) {
        return setting.read(inSystemProperties(setting.key())
                .or(() -> annotation.apply(setting))
                .or(() -> inConfiguration(setting.key()))
                .orElseGet(() -> new Written(setting.standard(), "the default of " + setting.key())));
    }

    void refuseUnknownKeys() {
        SettingKeys.refuseUnknown(systemProperties.keySet(), this::inSystemProperties);
        SettingKeys.refuseUnknown(configurationKeys, this::inConfiguration);
    }

    private Optional<Written> inSystemProperties(String key) {
        return Optional.ofNullable(systemProperties.get(key)).map(value -> Written.inSystemProperty(key, value));
    }

    private Optional<Written> inConfiguration(String key) {
        return configuration.apply(key).map(value -> Written.inConfiguration(key, value));
    }
}
