package io.github.liveliness;

import java.lang.management.ManagementFactory;

/** Tells whether this JVM was started for a debugger. */
final class Debugger {
    private Debugger() {}

    static boolean isAttached() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));
    }
}
