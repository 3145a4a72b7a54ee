package io.github.liveliness;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.ConfigurationParameters;

/** The configuration of the run around it, but for what must not be so inside. */
final class InnerConfiguration implements ConfigurationParameters {
    private static final String MARK = "liveliness.internal.inner";

    private static final String DETECTION = "junit.jupiter.extensions.autodetection.enabled";
    private static final String DETECTED = "junit.jupiter.extensions.autodetection.include";
    private static final String OURS = InnerClassExtension.class.getName();

    private static final Map<String, String> FIXED = Map.of(
            MARK,
            "true",
            DETECTION,
            "true",
            // One thread goes on at a time, and time is virtual.
            "junit.jupiter.execution.parallel.enabled",
            "false",
            "junit.jupiter.execution.timeout.mode",
            "disabled");

    private final Function<String, Optional<String>> outer;

    InnerConfiguration(Function<String, Optional<String>> outer) {
        this.outer = outer;
    }

    /** Whether a test is run with this configuration. */
    static boolean isOf(ExtensionContext context) {
        return context.getConfigurationParameter(MARK).isPresent();
    }

    @Override
    public Optional<String> get(String key) {
        return key.equals(DETECTED)
                ? Optional.of(detected())
                : Optional.ofNullable(FIXED.get(key)).or(() -> outer.apply(key));
    }

    /** Where the run around detects nothing, inside we alone are detected. */
    private String detected() {
        boolean all = outer.apply(DETECTION).map(Boolean::parseBoolean).orElse(false);
        return all ? outer.apply(DETECTED).map(some -> some + "," + OURS).orElse("*") : OURS;
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
        return get(key).map(Boolean::parseBoolean);
    }

    /** JUnit 5 asks for it, JUnit 6 no more. */
    @SuppressWarnings({"MissingOverride", "deprecation"})
    public int size() {
        return keySet().size();
    }

    /** Those of the run around cannot be listed. */
    @Override
    public Set<String> keySet() {
        return FIXED.keySet();
    }
}
