package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.ControlledRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until a run is over, and ends it if the thread whose turn it is comes to no point for long: it reads from a socket, or
 * needs a monitor that a thread holds whose turn it is not.
 */
final class WallClockGuard {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private final ControlledRun run;
    private final long silence;

    WallClockGuard(ControlledRun run, Duration silence) {
        this.run = run;
        this.silence = silence.toNanos();
    }

    void await() {
        int points = -1;
        long since = System.nanoTime();
        while (run.conclusion() == null) {
            LockSupport.parkNanos(this, LOOK);
            long now = System.nanoTime();
            if (run.points() != points) {
                points = run.points();
                since = now;
            } else if (now - since > silence) {
                run.refuse(whereItRuns());
            }
        }
    }

    private String whereItRuns() {
        Thread runs = run.turn().thread();
        List<StackTraceElement> stack = Arrays.asList(runs.getStackTrace());
        String call = stack.isEmpty() ? runs.getName() : name(stack.get(0));
        return Fingerprint.ofUser(stack).stream()
                .findFirst()
                .map(line -> call + " at " + line)
                .orElse(call);
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + '.' + frame.getMethodName();
    }
}
