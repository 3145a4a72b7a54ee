package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Which calls count.
 *
 * @param threshold from how long on a wait does
 * @param ofVirtualThreads which ones of virtual threads do
 */
@API(status = API.Status.INTERNAL)
public record CallFilter(Duration threshold, VirtualThreadCalls ofVirtualThreads) {

    boolean counts(CallKind kind, long nanos, boolean byVirtualThread) {
        return (!kind.isWait() || nanos >= threshold.toNanos())
                && (!byVirtualThread || ofVirtualThreads.include(needed(kind)));
    }

    private static VirtualThreadCalls needed(CallKind kind) {
        return kind == CallKind.PINNED ? VirtualThreadCalls.PINNED : VirtualThreadCalls.ALL;
    }
}
