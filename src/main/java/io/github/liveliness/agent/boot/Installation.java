package io.github.liveliness.agent.boot;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one agent of this JVM: what every class loader's copy of ours must agree on.
 *
 * @param why empty once the agent is in; otherwise why it is not
 * @param notes what the agent had to leave out
 * @param blockingNotes the same of what may block in tasks, as far as it is known; it grows as classes are loaded
 * @param annotated the names of the project's classes that say what in them may block; it grows as classes are loaded
 * @param attached whether it came into the running JVM, and not with the command line
 * @param opener opens the JDK's packages that snapshots read to a module
 * @param blockingHooks writes hooks around what may block in tasks
 * @param control has code rewritten so that threads can be controlled; gives what went wrong, a sentence, or nothing
 */
public record Installation(
        String why,
        List<String> notes,
        Supplier<List<String>> blockingNotes,
        Set<String> annotated,
        boolean attached,
        Consumer<Module> opener,
        Runnable blockingHooks,
        Supplier<String> control) {

    private static String controlFailure;
    private static volatile boolean concluded;
    private static volatile Installation current = failed("No agent has been loaded.");

    /** What to conclude when there is no agent in the end. */
    public static Installation failed(String why) {
        return new Installation(
                why,
                List.of(),
                List::of,
                Set.of(),
                false,
                Installation::openNothing,
                Installation::hookNothing,
                () -> why);
    }

    /** What is known now. */
    public static Installation current() {
        return current;
    }

    /** Whether it is known what came of an agent's arrival. */
    public static boolean isConcluded() {
        return concluded;
    }

    /** Makes known what came of an agent's arrival. */
    public static void conclude(Installation outcome) {
        current = outcome;
        concluded = true;
    }

    /** Has hooks written around what may block in tasks, once in a JVM, whoever asks. */
    public static synchronized void hookBlockingCalls() {
        if (current.isComplete() && BlockingHooks.begin()) {
            current.blockingHooks.run();
        }
    }

    /**
     * Has code rewritten so that threads can be controlled, once in a JVM, whoever asks.
     *
     * @return why that cannot be, a sentence; empty if it can
     */
    public static synchronized String takeControl() {
        if (!current.isComplete()) {
            return current.why;
        }
        if (controlFailure == null) {
            controlFailure = current.control.get();
        }
        return controlFailure;
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
