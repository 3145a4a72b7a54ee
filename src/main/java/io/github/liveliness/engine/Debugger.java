package io.github.liveliness.engine;

import java.lang.management.ManagementFactory;
import org.apiguardian.api.API;

/** Tells whether this JVM was started for a debugger. */
@API(status = API.Status.INTERNAL)
public final class Debugger {
    private Debugger() {}

    public static boolean isAttached() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));
    }
}
