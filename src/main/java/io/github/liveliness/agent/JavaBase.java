package io.github.liveliness.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Changes who may look into the JDK's base module, so that the user needs no {@code --add-opens}. */
final class JavaBase {

    private static final Module JAVA_BASE = Object.class.getModule();

    private static final Set<String> INSPECTED = Set.of(
            "java.lang",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks");

    private JavaBase() {}

    /** Opens the packages that snapshots are read from. */
    static void open(Instrumentation instrumentation, Module module) {
        Map<String, Set<Module>> opens = new HashMap<>();
        for (String packageName : INSPECTED) {
            opens.put(packageName, Set.of(module));
        }
        redefine(instrumentation, Set.of(), Map.of(), opens);
    }

    static void open(Instrumentation instrumentation, String packageName, Module module) {
        redefine(instrumentation, Set.of(), Map.of(), Map.of(packageName, Set.of(module)));
    }

    static void export(Instrumentation instrumentation, String packageName, Module module) {
        redefine(instrumentation, Set.of(), Map.of(packageName, Set.of(module)), Map.of());
    }

    /** Lets the JDK's own code call into a module. */
    static void read(Instrumentation instrumentation, Module module) {
        redefine(instrumentation, Set.of(module), Map.of(), Map.of());
    }

    private static void redefine(
            Instrumentation instrumentation,
            Set<Module> reads,
            Map<String, Set<Module>> exports,
            Map<String, Set<Module>> opens) {
        instrumentation.redefineModule(JAVA_BASE, reads, exports, opens, Set.of(), Map.of());
    }
}
