package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentStatus;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.explore.ControlledProgram;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Takes control of this JVM's threads, where there is an agent. */
@API(status = API.Status.INTERNAL)
public final class Controls {
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private Controls() {}

    /**
     * Lets threads that a test has left behind come to an end, for a while.
     *
     * @return the name of one that has not, and beside which nothing can be said to stall
     */
    public static Optional<String> awaitQuiet() {
        return ControlledProgram.awaitQuiet(SETTLING);
    }

    /**
     * What runs test bodies.
     *
     * @param console takes lines for whoever reads the test output
     * @throws NoControlException if there is no agent
     */
    public static Control open(Exploring settings, Consumer<String> console) {
        // Nothing of agent.boot may be touched before the agent had its chance.
        AgentStatus agent = Attachment.ensure(settings.agent(), console);
        if (agent instanceof AgentStatus.Missing missing) {
            throw new NoControlException("@Explore needs the java agent, and there is none. " + missing.why()
                    + " Start the tests' JVM with -javaagent:<path of liveliness-junit.jar>, or let the agent attach"
                    + " itself, with liveliness.agent = auto and -XX:+EnableDynamicAgentLoading.");
        }
        return new JvmControl();
    }
}
