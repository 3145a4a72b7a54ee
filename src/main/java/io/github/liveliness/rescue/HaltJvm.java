package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Halts the JVM, for those who asked for it: a run that dies and says why beats one that never ends. */
final class HaltJvm implements Rung {

    /** Unlike any that the JVM, Maven or a shell uses. */
    static final int EXIT_CODE = 86;

    private final Duration grace;
    private final IntConsumer halting;
    private final Consumer<String> lastWords;

    HaltJvm(Duration grace, IntConsumer halting, Consumer<String> lastWords) {
        this.grace = grace;
        this.halting = halting;
        this.lastWords = lastWords;
    }

    @Override
    public String name() {
        return "halting the JVM";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) throws InterruptedException {
        String thread = body.thread().getName();
        say("Liveliness: nothing ended the test body on thread \"" + thread + "\", so this JVM halts with exit code "
                + EXIT_CODE + " (liveliness.halt = true).");
        halting.accept(EXIT_CODE);
        return new Attempt.Acted("halted the JVM with exit code " + EXIT_CODE);
    }

    private void say(String line) throws InterruptedException {
        try {
            SideThread.start(Executors.callable(() -> lastWords.accept(line))).await(grace);
        } catch (ExecutionException | TimeoutException | OutOfMemoryError unsaid) {
            // Words that cannot be said must not keep the JVM from halting.
        }
    }
}
