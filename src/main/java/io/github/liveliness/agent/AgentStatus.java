package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.Installation;
import java.util.List;
import org.apiguardian.api.API;

/** Whether the agent is at work in this JVM. */
@API(status = API.Status.INTERNAL)
public sealed interface AgentStatus {

    /** How the agent came in. */
    enum Arrival {
        COMMAND_LINE,
        ATTACHED
    }

    /**
     * The hooks are at work.
     *
     * @param notes what had to be left out, a sentence each; empty if nothing was
     */
    record Present(List<String> notes, Arrival arrival) implements AgentStatus {

        public Present {
            notes = List.copyOf(notes);
        }

        /** Opens to a module the packages of {@code java.base} that snapshots are read from. */
        public void open(Module module) {
            Installation.current().opener().accept(module);
        }
    }

    /**
     * There is no agent; {@code agent.boot} records nothing.
     *
     * @param why a sentence that says why, and what to do about it
     */
    record Missing(String why) implements AgentStatus {}
}
