package io.github.liveliness.agent;

import org.apiguardian.api.API;

/** What to do about an agent that the command line did not bring. */
@API(status = API.Status.INTERNAL)
public enum AgentMode {
    /** Attach it, and go on without it where that fails. */
    AUTO,
    /** Never attach it, and make no use of one that is there. */
    OFF,
    /** Attach it; whoever asks takes a missing agent for an error. */
    REQUIRED
}
