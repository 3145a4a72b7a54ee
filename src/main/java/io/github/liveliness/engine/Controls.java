package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentStatus;
import io.github.liveliness.agent.Attachment;
import java.time.Duration;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Takes control of this JVM's threads, where there is an agent. */
@API(status = API.Status.INTERNAL)
public final class Controls {
    /** The JVM that has helped the agent to attach is over long before, and would else be an unknown one at work. */
    private static final Duration ATTACHING = Duration.ofSeconds(5);

    private Controls() {}

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
            throw new NoControlException("Exploring needs the java agent, and there is none. " + missing.why()
                    + " Start the tests' JVM with -javaagent:<path of liveliness-junit.jar>, or let the agent attach"
                    + " itself, with liveliness.agent = auto and -XX:+EnableDynamicAgentLoading.");
        }
        Uninterrupted.call(() -> Attachment.awaitHelper(ATTACHING));
        return new JvmControl();
    }
}
