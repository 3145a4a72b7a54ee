package io.github.liveliness.agent;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

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
        return "The agent could not be attached: " + rootOf(failure) + ". " + REMEDY;
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
