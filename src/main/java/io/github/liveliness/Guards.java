package io.github.liveliness;

import io.github.liveliness.engine.Engine;
import io.github.liveliness.engine.Guard;
import io.github.liveliness.engine.Scope;
import io.github.liveliness.engine.Settings;
import io.github.liveliness.engine.SettingsSources;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** One guard for each extension context: a test has its own, a class has one for its lifecycle methods. */
final class Guards {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Guards.class);

    private final WrittenSettings fromBuilder;

    Guards(WrittenSettings fromBuilder) {
        this.fromBuilder = fromBuilder;
    }

    /** The guard of this context, or nothing where stalls are not looked for. */
    Optional<Guard> guard(ExtensionContext context) {
        Settings settings = settings(context);
        if (!isEnabled(settings.mode())) {
            return Optional.empty();
        }
        // Stores answer with what an ancestor holds, so each context has a key of its own.
        return Optional.of(once(
                context,
                "guard",
                Guard.class,
                () -> Engine.start(settings, System.err::println).guard(Scope.of(TestNames.of(context)), settings)));
    }

    private Settings settings(ExtensionContext context) {
        return once(context, "settings", Settings.class, () -> Settings.read(sources(context)));
    }

    private static boolean isEnabled(Settings.Mode mode) {
        return switch (mode) {
            case ENABLED -> true;
            case DISABLED -> false;
            case DISABLED_ON_DEBUG -> !Debugger.isAttached();
        };
    }

    private static <T> T once(ExtensionContext context, String what, Class<T> type, Supplier<T> made) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(what + " of " + context.getUniqueId(), key -> made.get(), type);
    }

    private SettingsSources sources(ExtensionContext context) {
        WrittenSettings written = annotation(context).map(WrittenSettings::of).orElse(fromBuilder);
        return new SettingsSources(
                systemProperties(), written::about, context::getConfigurationParameter, configurationKeys(context));
    }

    private static Set<String> configurationKeys(ExtensionContext context) {
        ConfigurationKeys keys = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ConfigurationKeys.class,
                        type -> ConfigurationKeys.of(context.getRoot()),
                        ConfigurationKeys.class);
        return keys.names();
    }

    /** What a test factory makes has neither class nor method, and goes by what is written about the factory. */
    private static Optional<DetectStalls> annotation(ExtensionContext context) {
        Optional<DetectStalls> onMethod =
                context.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, DetectStalls.class));
        return onMethod.or(() -> context.getTestClass()
                        .flatMap(type -> AnnotationSupport.findAnnotation(
                                type, DetectStalls.class, context.getEnclosingTestClasses())))
                .or(() -> context.getTestClass().isEmpty()
                        ? context.getParent().flatMap(Guards::annotation)
                        : Optional.empty());
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
