package io.github.liveliness.agent;

import java.lang.instrument.Instrumentation;
import org.apiguardian.api.API;

/** Where the JVM enters the agent. */
@API(status = API.Status.INTERNAL)
public final class LivelinessAgent {

    private LivelinessAgent() {}

    /** Called for {@code -javaagent}, before {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        install(instrumentation, false);
    }

    /** Called when the agent is attached to a JVM that runs already. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        install(instrumentation, true);
    }

    /** An agent that fails leaves the JVM as it was; one that comes second finds nothing left to do. */
    @SuppressWarnings("SystemOut") // there is no logger this early, and nobody else to tell
    private static void install(Instrumentation instrumentation, boolean attached) {
        try {
            if (!BootClasses.arePresent()) {
                BootClasses.define(instrumentation);
                AgentInstaller.install(instrumentation, attached);
            }
        } catch (Throwable failed) {
            System.err.println("Liveliness could not set up its agent and goes on without it: " + failed);
        }
    }
}
