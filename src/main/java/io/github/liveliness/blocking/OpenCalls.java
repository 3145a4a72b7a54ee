package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.model.Activity;
import io.github.liveliness.model.OpenCall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Names the calls that have not returned: since when is known of those that went through a hook. May be called from any thread. */
@API(status = API.Status.INTERNAL)
public final class OpenCalls {

    /** To the JVM a thread runs that waits in one of these for the system. */
    private static final Pattern ASKS_THE_SYSTEM = Pattern.compile("(?:sun\\.nio|java\\.(?:io|net))\\..*");

    private final CallNames names = new CallNames(new ReadPublicTypes());
    private final Function<Thread, ThreadId> identity;
    private final LongSupplier clock;

    /**
     * To be kept, since it remembers names.
     *
     * @param identity the name that a snapshot gives a thread
     * @param clock as {@link System#nanoTime()}
     */
    public OpenCalls(Function<Thread, ThreadId> identity, LongSupplier clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** The calls in which these workers sit, one for each that sits in any. */
    public List<OpenCall> of(Collection<ThreadState> workers) {
        Map<ThreadId, Worker> hooked = new HashMap<>();
        for (Worker worker : WorkerTable.inCalls()) {
            Thread thread = worker.thread();
            if (thread != null) {
                hooked.put(identity.apply(thread), worker);
            }
        }
        return workers.stream()
                .flatMap(state -> Optional.ofNullable(hooked.get(state.id()))
                        .flatMap(worker -> timed(state.id(), worker))
                        .or(() -> untimed(state))
                        .stream())
                .toList();
    }

    /** Nothing if it has gone on while its stack was read: that would be another call's. */
    private Optional<OpenCall> timed(ThreadId id, Worker worker) {
        long since = worker.since();
        Thread thread = worker.thread();
        if (since == 0 || thread == null) {
            return Optional.empty();
        }
        Optional<String> name = names.read(List.of(thread.getStackTrace())).name();
        Duration duration = Duration.ofNanos(Math.max(0, clock.getAsLong() - since));
        return worker.since() == since
                ? name.map(found -> new OpenCall(id, found, Optional.of(duration)))
                : Optional.empty();
    }

    private Optional<OpenCall> untimed(ThreadState worker) {
        return waits(worker)
                ? names.read(worker.stack()).name().map(name -> new OpenCall(worker.id(), name, Optional.empty()))
                : Optional.empty();
    }

    private static boolean waits(ThreadState worker) {
        if (worker.stack().isEmpty() || worker.activity() instanceof Activity.Idle) {
            return false;
        }
        StackTraceElement innermost = worker.stack().get(0);
        return switch (worker.state()) {
            case WAITING, TIMED_WAITING -> true;
            case RUNNABLE ->
                innermost.isNativeMethod()
                        && ASKS_THE_SYSTEM.matcher(innermost.getClassName()).matches();
            default -> false;
        };
    }
}
