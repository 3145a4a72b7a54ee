package io.github.liveliness.agent;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Says why the agent could not be attached, in words that name the switch to change. */
final class AttachFailure {

    private static final String REMEDY = "Bring the agent with -javaagent:<path of liveliness-junit.jar>.";

    private AttachFailure() {}

    static String explain(Throwable failure) {
        if (isSet("DisableAttachMechanism", "true")) {
            return "This JVM lets nobody attach: it runs with -XX:+DisableAttachMechanism. " + REMEDY;
        }
        if (isSet("EnableDynamicAgentLoading", "false")) {
            return "This JVM loads no agent once it runs: it was started with -XX:-EnableDynamicAgentLoading. "
                    + REMEDY;
        }
        return missing("jdk.attach")
                .orElseGet(() -> "The agent could not be attached: " + rootOf(failure) + ". " + REMEDY);
    }

    /** What to say where the JVM has no such module, on the module path for one: nobody there asked for it. */
    static Optional<String> missing(String module) {
        return ModuleLayer.boot().findModule(module).isPresent()
                ? Optional.empty()
                : Optional.of("This JVM cannot attach to itself: it runs without the module " + module + ". " + REMEDY);
    }

    private static boolean isSet(String option, String value) {
        try {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return bean != null && bean.getVMOption(option).getValue().equals(value);
        } catch (RuntimeException | LinkageError unknownToThisJvm) {
            return false;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
