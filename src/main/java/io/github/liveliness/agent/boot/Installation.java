package io.github.liveliness.agent.boot;

import java.util.List;
import java.util.function.Consumer;

/**
 * The one agent of this JVM: what every class loader's copy of ours must agree on.
 *
 * @param why empty once the agent is in; otherwise why it is not
 * @param notes what the agent had to leave out
 * @param blockingNotes the same of what may block in tasks; it grows as classes are loaded
 * @param attached whether it came into the running JVM, and not with the command line
 * @param opener opens the JDK's packages that snapshots read to a module
 * @param blockingHooks writes hooks around what may block in tasks
 */
public record Installation(
        String why,
        List<String> notes,
        List<String> blockingNotes,
        boolean attached,
        Consumer<Module> opener,
        Runnable blockingHooks) {

    private static volatile Installation current = failed("No agent has been loaded.");

    /** What to conclude when there is no agent in the end. */
    public static Installation failed(String why) {
        return new Installation(why, List.of(), List.of(), false, Installation::openNothing, Installation::hookNothing);
    }

    /** What is known now. */
    public static Installation current() {
        return current;
    }

    /** Makes known what came of an agent's arrival. */
    public static void conclude(Installation outcome) {
        current = outcome;
    }

    /** Has hooks written around what may block in tasks, once in a JVM, whoever asks. */
    public static synchronized void hookBlockingCalls() {
        if (current.isComplete() && BlockingHooks.begin()) {
            current.blockingHooks.run();
        }
    }

    /** Whether the hooks are at work. */
    public boolean isComplete() {
        return why.isEmpty();
    }

    private static void hookNothing() {
        assert !current.isComplete();
    }

    private static void openNothing(Module module) {
        assert module != null;
    }
}
