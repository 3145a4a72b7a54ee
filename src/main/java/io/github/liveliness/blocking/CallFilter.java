package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import io.github.liveliness.model.BlockingCall.Kind;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Which calls count.
 *
 * @param threshold from how long on a wait does
 * @param ofVirtualThreads which ones of virtual threads do
 */
@API(status = API.Status.INTERNAL)
public record CallFilter(Duration threshold, VirtualThreads ofVirtualThreads) {

    boolean counts(CallKind kind, long nanos, boolean byVirtualThread) {
        return (!kind.isWait() || nanos >= threshold.toNanos())
                && (!byVirtualThread || ofVirtualThreads.calls().include(needed(kind == CallKind.PINNED)));
    }

    /** The recorder writes down nothing that is too short. */
    boolean counts(RecordedWait wait) {
        return !wait.byVirtualThread() || ofVirtualThreads.calls().include(needed(wait.kind() == Kind.PINNED));
    }

    private static VirtualThreadCalls needed(boolean pinned) {
        return pinned ? VirtualThreadCalls.PINNED : VirtualThreadCalls.ALL;
    }
}
