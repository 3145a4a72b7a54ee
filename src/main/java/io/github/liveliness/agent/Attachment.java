package io.github.liveliness.agent;

import io.github.liveliness.agent.AgentStatus.Arrival;
import io.github.liveliness.agent.AgentStatus.Missing;
import io.github.liveliness.agent.AgentStatus.Present;
import io.github.liveliness.agent.boot.Installation;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Makes sure that the agent is in this JVM, as far as it may be. */
@API(status = API.Status.INTERNAL)
public final class Attachment {

    private static Optional<String> failure = Optional.empty();

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
            failure = selfAttach.attach();
            if (failure.isEmpty()) {
                console.accept(selfAttach.advice());
            }
        }
        return failure.<AgentStatus>map(Missing::new).orElseGet(Attachment::status);
    }

    /** Apart, so that no boot class is looked up before it had its chance to be defined as one. */
    private static AgentStatus status() {
        if (Installation.class.getClassLoader() != null) {
            return new Missing("Classes of " + Installation.class.getPackageName()
                    + " were in use before the agent came. Bring it with -javaagent, or attach it first of all.");
        }
        Installation installation = Installation.current();
        return installation.isComplete()
                ? new Present(installation.notes(), installation.attached() ? Arrival.ATTACHED : Arrival.COMMAND_LINE)
                : new Missing(installation.why());
    }
}
