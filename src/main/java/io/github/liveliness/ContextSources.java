package io.github.liveliness;

import io.github.liveliness.engine.SettingsSources;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where settings are written that hold in a context. */
final class ContextSources {
    private ContextSources() {}

    static SettingsSources of(ExtensionContext context, WrittenSettings written) {
        return new SettingsSources(
                systemProperties(), written::about, context::getConfigurationParameter, configurationKeys(context));
    }

    private static Set<String> configurationKeys(ExtensionContext context) {
        ConfigurationKeys keys = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ConfigurationKeys.class))
                .getOrComputeIfAbsent(
                        ConfigurationKeys.class,
                        type -> ConfigurationKeys.of(context.getRoot()),
                        ConfigurationKeys.class);
        return keys.names();
    }

    private static Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        });
        return properties;
    }
}
