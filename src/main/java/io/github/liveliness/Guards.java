package io.github.liveliness;

import io.github.liveliness.engine.Debugger;
import io.github.liveliness.engine.Engine;
import io.github.liveliness.engine.Guard;
import io.github.liveliness.engine.Scope;
import io.github.liveliness.engine.Setting;
import io.github.liveliness.engine.Settings;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** One guard for each extension context: a test has its own, a class has one for its lifecycle methods. */
final class Guards {
    private final ExtensionContext.Namespace namespace;
    private final Predicate<ExtensionContext> concerned;
    private final Function<ExtensionContext, WrittenSettings> written;
    private final List<Allowance> allowed;
    private final boolean byDetection;

    /** @param kind two kinds may come to guard the same context, as a constructor may register an extension */
    private Guards(
            String kind,
            Predicate<ExtensionContext> concerned,
            Function<ExtensionContext, WrittenSettings> written,
            List<Allowance> allowed,
            boolean byDetection) {
        this.namespace = ExtensionContext.Namespace.create(Guards.class, kind);
        this.concerned = concerned;
        this.written = written;
        this.allowed = List.copyOf(allowed);
        this.byDetection = byDetection;
    }

    /** For an extension that somebody asked for by name: what an annotation says goes before what the builder says. */
    static Guards asWritten(WrittenSettings fromBuilder, List<Allowance> allowed) {
        return new Guards(
                "as written",
                context -> true,
                context -> annotation(context).map(WrittenSettings::of).orElse(fromBuilder),
                allowed,
                false);
    }

    /** For tests that have no such extension, where the settings want them watched too. */
    static Guards ofWholeSuite() {
        return new Guards(
                "whole suite",
                context -> Settings.areForWholeSuite(ContextSources.of(context, WrittenSettings.NONE))
                        && annotation(context).isEmpty()
                        && !OwnExtensions.areIn(context),
                context -> WrittenSettings.ofWholeSuite(
                        context.getConfigurationParameter(Setting.AFTER.key()).isPresent()),
                List.of(),
                true);
    }

    /** Whether this context is known to us only where JUnit detects extensions by itself. */
    boolean needDetection(ExtensionContext context) {
        return byDetection && annotation(context).isEmpty();
    }

    /** The guard of this context, or nothing where stalls are not looked for. */
    Optional<Guard> guard(ExtensionContext context) {
        // Explored tests have verdicts of their own: there one thread goes on at a time, and time is virtual.
        if (InnerConfiguration.isOf(context) || !concerned.test(context) || ExploredTests.include(context)) {
            return Optional.empty();
        }
        Settings settings = settings(context);
        if (!isEnabled(settings.mode())) {
            return Optional.empty();
        }
        Optional<Guard> known = known(context);
        return known.isPresent()
                ? known
                : Engine.start(settings, System.err::println, Guards::mayBlock).map(engine -> {
                    tellAtTheEnd(context, engine);
                    return keep(context, guard(engine, context, settings));
                });
    }

    private Guard guard(Engine engine, ExtensionContext context, Settings settings) {
        Guard fresh = engine.guard(
                Scope.of(TestNames.of(context), ExploringCommands.words(context, needDetection(context))), settings);
        try {
            allowed.forEach(allowance -> fresh.allowBlocking(allowance.code(), allowance.reason()));
            return fresh;
        } catch (RuntimeException wrong) {
            fresh.close();
            throw wrong;
        }
    }

    /** The guard of this context, if anything was guarded there. */
    Optional<Guard> known(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(namespace).get(key("guard", context), Guard.class));
    }

    /** What only the whole run shows: some launchers run each class by itself, and close the session when all are over. */
    private static void tellAtTheEnd(ExtensionContext context, Engine engine) {
        context.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.create(Guards.class, "end"))
                .getOrComputeIfAbsent(
                        Engine.class,
                        type -> (AutoCloseable) () -> engine.atTheEnd().forEach(System.err::println),
                        AutoCloseable.class);
    }

    private static Optional<String> mayBlock(AnnotatedElement code) {
        return Optional.ofNullable(code.getDeclaredAnnotation(AllowBlocking.class))
                .map(AllowBlocking::reason);
    }

    private Guard keep(ExtensionContext context, Guard fresh) {
        Guard kept = keep(context, key("guard", context), fresh, Guard.class);
        if (kept != fresh) {
            fresh.close();
        }
        return kept;
    }

    private Settings settings(ExtensionContext context) {
        String key = key("settings", context);
        Settings known = context.getStore(namespace).get(key, Settings.class);
        return known != null
                ? known
                : keep(context, key, Settings.read(ContextSources.of(context, written.apply(context))), Settings.class);
    }

    /** Stores answer with what an ancestor holds, so each context has a key of its own. */
    private static String key(String what, ExtensionContext context) {
        return what + " of " + context.getUniqueId();
    }

    /** The store remembers how a value was made: if that knew the context, all tests of a class would be held there. */
    private <T> T keep(ExtensionContext context, String key, T fresh, Class<T> type) {
        return context.getStore(namespace).getOrComputeIfAbsent(key, any -> fresh, type);
    }

    private static boolean isEnabled(Settings.Mode mode) {
        return switch (mode) {
            case ENABLED -> true;
            case DISABLED -> false;
            case DISABLED_ON_DEBUG -> !Debugger.isAttached();
        };
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
}
