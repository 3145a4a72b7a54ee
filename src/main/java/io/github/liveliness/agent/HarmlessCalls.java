package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.Trial;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that return at once, ask nothing of the system, and still go through a hook. There are none of other kinds: these
 * would open a socket, or load what many a JVM never needs, such as the scheduler of virtual threads.
 */
final class HarmlessCalls {

    private static final Map<CallKind, Trial.Call> CALLS = new EnumMap<>(Map.of(
            CallKind.SLEEP, () -> TimeUnit.NANOSECONDS.sleep(0),
            CallKind.PARK, () -> LockSupport.parkNanos(0),
            CallKind.MONITOR, () -> new Thread().join(),
            CallKind.FILE, () -> new File("\0").exists(),
            CallKind.CONSOLE, () -> new FileInputStream(FileDescriptor.in).read(new byte[0])));

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private HarmlessCalls() {}

    /** The kinds whose call no hook has seen. */
    static Set<CallKind> unseen() {
        Set<CallKind> unseen = EnumSet.copyOf(CALLS.keySet());
        FutureTask<Set<CallKind>> trials = new FutureTask<>(HarmlessCalls::seen);
        Thread thread = new Thread(null, trials, "liveliness trial", 0, false);
        thread.setDaemon(true);
        thread.start();
        unseen.removeAll(resultOf(trials));
        return unseen;
    }

    /** The thread that waits may be a test's, and be interrupted. */
    private static Set<CallKind> resultOf(FutureTask<Set<CallKind>> trials) {
        boolean interrupted = Thread.interrupted();
        try {
            return trials.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
            return Set.of();
        } catch (ExecutionException | TimeoutException none) {
            return Set.of();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Set<CallKind> seen() {
        Trial trial = new Trial();
        Set<CallKind> seen = EnumSet.noneOf(CallKind.class);
        CALLS.forEach((kind, call) -> {
            if (trial.sees(kind, call)) {
                seen.add(kind);
            }
        });
        return seen;
    }
}
