package io.github.liveliness.agent;

import io.github.liveliness.agent.AgentStatus.Arrival;
import io.github.liveliness.agent.AgentStatus.Missing;
import io.github.liveliness.agent.AgentStatus.Present;
import io.github.liveliness.agent.boot.BlockingHooks;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Makes sure that the agent is in this JVM, as far as it may be. */
@API(status = API.Status.INTERNAL)
public final class Attachment {

    private static Optional<String> failure = Optional.empty();
    private static Optional<SelfAttach> attached = Optional.empty();

    private Attachment() {}

    /**
     * Returns the state of the agent, after attaching it where the command line did not bring it and {@code mode} allows.
     *
     * <p>May be called at any time, from any thread; only the first call attaches, which takes some tenths of a second. It
     * has to come before anything in {@code agent.boot} is touched. A missing agent is an answer and not an exception,
     * whatever the mode.
     *
     * @param console takes the one line that an agent which attaches itself owes to the user
     */
    public static synchronized AgentStatus ensure(AgentMode mode, Consumer<String> console) {
        if (mode == AgentMode.OFF) {
            return new Missing("The agent is switched off: liveliness.agent = off.");
        }
        if (failure.isEmpty() && !BootClasses.arePresent()) {
            SelfAttach selfAttach = SelfAttach.withOwnJar();
            attached = Optional.of(selfAttach);
            failure = selfAttach.attach();
            if (failure.isEmpty() && status() instanceof Present) {
                console.accept(selfAttach.advice());
            }
        }
        return failure.<AgentStatus>map(Missing::new).orElseGet(Attachment::status);
    }

    /**
     * Waits, for so long at most, until nothing in this JVM is at work any more to attach the agent: it may be here before
     * the JVM that helped has ended.
     *
     * @return whether nothing is
     */
    public static boolean awaitHelper(Duration atMost) throws InterruptedException {
        Optional<SelfAttach> attaching = attached();
        return attaching.isEmpty() || attaching.get().awaitHelper(atMost);
    }

    private static synchronized Optional<SelfAttach> attached() {
        return attached;
    }

    /** Whether hooks can be written around what may block in tasks. */
    public static boolean hooksBlockingCalls() {
        return BootClasses.arePresent() && status() instanceof Present;
    }

    /** Has hooks written around what may block in tasks, once in a JVM, whoever asks; does nothing where there is no agent. */
    public static void hookBlockingCalls() {
        if (hooksBlockingCalls()) {
            Installation.hookBlockingCalls();
        }
    }

    /**
     * What is not seen of the calls that {@link #hookBlockingCalls} has hooked, as far as that is known by now, a sentence each;
     * nothing where there is no agent. Waits until the hooks have been tried.
     */
    public static List<String> unseenBlockingCalls() {
        if (!hooksBlockingCalls()) {
            return List.of();
        }
        List<String> notes =
                new ArrayList<>(Installation.current().blockingNotes().get());
        notes.addAll(BlockingHooks.failures());
        return notes;
    }

    /** The names of the project's classes that say of themselves what may block, as far as they have been loaded. */
    public static Set<String> annotatedClasses() {
        return hooksBlockingCalls() ? Set.copyOf(Installation.current().annotated()) : Set.of();
    }

    /** Apart, so that no boot class is looked up before it had its chance to be defined as one. */
    private static AgentStatus status() {
        List<String> strayed = BootClasses.strayed();
        if (!strayed.isEmpty()) {
            return new Missing(
                    "The agent came too late, or lies on a module path of its own, or our class loader does not"
                            + " ask its parent: " + strayed.get(0)
                            + " had been loaded. Bring it with -javaagent:<path of liveliness-junit.jar>, on the class path.");
        }
        Installation installation = Installation.current();
        return installation.isComplete() ? present(installation) : new Missing(installation.why());
    }

    private static Present present(Installation installation) {
        List<String> notes = new ArrayList<>(installation.notes());
        notes.addAll(Hooks.failures());
        return new Present(notes, installation.attached() ? Arrival.ATTACHED : Arrival.COMMAND_LINE);
    }
}
