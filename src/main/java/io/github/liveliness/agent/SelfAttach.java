package io.github.liveliness.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Loads the agent into the JVM that runs this code; where a JVM may not attach to itself, a helper JVM does it. */
final class SelfAttach {

    private final AgentJar agentJar;
    private final FutureTask<Optional<String>> loading = new FutureTask<>(this::load);
    private final Thread thread = OwnThread.daemon("liveliness attach", loading);

    private SelfAttach(AgentJar agentJar) {
        this.agentJar = agentJar;
    }

    static SelfAttach withOwnJar() {
        return new SelfAttach(AgentJar.of(LivelinessAgent.class));
    }

    /** Returns why it failed, nothing if it did not. */
    Optional<String> attach() {
        // Some JVMs load it for the agent alone, whose classes then do not see it.
        Optional<String> missing = AttachFailure.missing("java.instrument");
        if (missing.isPresent()) {
            return missing;
        }
        thread.start();
        return outcomeOf(loading);
    }

    /** The JVM that helps takes its time to end once the agent has come: nobody has to wait for that. */
    private static Optional<String> outcomeOf(Future<Optional<String>> loading) {
        boolean interrupted = false;
        try {
            while (!loading.isDone() && !BootClasses.areSetUp()) {
                try {
                    loading.get(1, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // Asked again.
                } catch (InterruptedException ofTheTest) {
                    interrupted = true;
                }
            }
            return BootClasses.areSetUp() ? Optional.empty() : loading.get();
        } catch (ExecutionException | InterruptedException failed) {
            return Optional.of(AttachFailure.explain(failed));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits, for so long at most, until the JVM that helps has ended too; says whether it has. */
    boolean awaitHelper(Duration atMost) throws InterruptedException {
        thread.join(atMost.toMillis());
        return !thread.isAlive();
    }

    private Optional<String> load() {
        try {
            Path jar = agentJar.forAttaching();
            ByteBuddyAgent.attach(
                    jar.toFile(), Long.toString(ProcessHandle.current().pid()));
        } catch (IOException | RuntimeException | LinkageError failed) {
            return Optional.of(AttachFailure.explain(failed));
        }
        return BootClasses.arePresent()
                ? Optional.empty()
                : Optional.of("The agent came into this JVM and could not set itself up; standard error says why.");
    }

    /** The line that tells how to do without attaching. */
    String advice() {
        return "Liveliness attached its agent to the running JVM. To see every executor from the start, and to spare the"
                + " JVM's warning, add to its command line: -javaagent:" + agentJar.forCommandLine();
    }
}
