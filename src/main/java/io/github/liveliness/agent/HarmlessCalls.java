package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.Trial;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

    private HarmlessCalls() {}

    /** The kinds whose call no hook has seen; to be asked on a thread that is about to end. */
    static Set<CallKind> unseen() {
        Trial trial = new Trial();
        Set<CallKind> unseen = EnumSet.noneOf(CallKind.class);
        CALLS.forEach((kind, call) -> {
            if (!trial.sees(kind, call)) {
                unseen.add(kind);
            }
        });
        return unseen;
    }
}
