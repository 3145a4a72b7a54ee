package io.github.liveliness;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The names of JUnit's configuration parameters, as far as {@code junit-platform.properties} lists them: JUnit answers
 * questions about a name, and does not tell which there are.
 */
record ConfigurationKeys(Set<String> names) {
    private static final String FILE = "junit-platform.properties";

    ConfigurationKeys {
        names = Set.copyOf(names);
    }

    /** The names in the file that the calling thread's class loader finds, if JUnit has read it too. */
    static ConfigurationKeys of(ExtensionContext context) {
        return new ConfigurationKeys(inFile().stringPropertyNames().stream()
                .filter(key -> context.getConfigurationParameter(key).isPresent())
                .collect(Collectors.toSet()));
    }

    private static Properties inFile() {
        Properties properties = new Properties();
        try (InputStream file = classLoader().getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // JUnit has said so, and goes on without it.
            properties.clear();
        }
        return properties;
    }

    private static ClassLoader classLoader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread;
    }
}
