package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Obstacle;
import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Adds to a snapshot what the JVM does not see of a run under control: there nobody waits at a real monitor. */
@API(status = API.Status.INTERNAL)
public final class ExploredSnapshot {
    private static final String BOOT = Obstacle.class.getPackageName() + ".";

    private final Function<Thread, ThreadId> names;

    /**
     * Makes one.
     *
     * @param names what snapshots call a thread
     */
    public ExploredSnapshot(Function<Thread, ThreadId> names) {
        this.names = names;
    }

    /** The snapshot with what these threads are known to wait for. */
    public Snapshot of(Snapshot seen, List<StalledThread> stuck) {
        Map<ThreadId, StalledThread> known = new HashMap<>();
        stuck.forEach(thread -> known.put(names.apply(thread.thread()), thread));
        List<ThreadState> threads = seen.threads().stream()
                .map(state -> Optional.ofNullable(known.get(state.id()))
                        .flatMap(this::waiting)
                        .map(waiting -> withActivity(state, waiting))
                        .orElse(withActivity(state, state.activity())))
                .toList();
        return new Snapshot(seen.executors(), threads, cycles(stuck), seen.consistency());
    }

    private static ThreadState withActivity(ThreadState state, Activity activity) {
        return new ThreadState(state.id(), state.name(), state.state(), activity, withoutOurs(state.stack()));
    }

    /** The user's code called the JDK, where we have it wait for its turn. */
    private static List<StackTraceElement> withoutOurs(List<StackTraceElement> stack) {
        return stack.stream().dropWhile(frame -> isOurs(frame.getClassName())).toList();
    }

    private static boolean isOurs(String type) {
        return type.startsWith(BOOT)
                || type.startsWith("java.lang.invoke.")
                || type.equals("jdk.internal.misc.Unsafe")
                || type.equals("java.lang.Object");
    }

    private Optional<Waiting> waiting(StalledThread thread) {
        String object = thread.awaited().map(ExploredSnapshot::describe).orElse("nothing that is named");
        return switch (thread.obstacle()) {
            case MONITOR -> Optional.of(waiting(Form.MONITOR_ENTRY, object, owner(thread)));
            case NOTIFICATION ->
                Optional.of(waiting(Form.MONITOR_WAIT, object, new Waker.Unknown("any thread may notify it")));
            case THREAD -> Optional.of(waiting(Form.THREAD_END, object, ended(thread)));
            case NONE, PERMIT, TIME, END -> Optional.empty();
        };
    }

    private static Waiting waiting(Form form, String object, Waker waker) {
        return new Waiting(form, object, new Limit.None(), List.of(waker));
    }

    private Waker owner(StalledThread thread) {
        return thread.owner()
                .<Waker>map(owner -> new Waker.OwnerThread(names.apply(owner)))
                .orElseGet(() -> new Waker.Unknown("nobody is known to hold the monitor"));
    }

    private Waker ended(StalledThread thread) {
        return thread.awaited()
                .filter(Thread.class::isInstance)
                .<Waker>map(awaited -> new Waker.OwnerThread(names.apply((Thread) awaited)))
                .orElseGet(() -> new Waker.Unknown("nobody is known to be waited for"));
    }

    private static String describe(Object object) {
        String name = object.getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1) + "@" + Integer.toHexString(System.identityHashCode(object));
    }

    /** Who holds what each thread wants, of those that wait in a circle. */
    private Map<ThreadId, ThreadId> cycles(List<StalledThread> stuck) {
        Map<ThreadId, ThreadId> owners = new HashMap<>();
        stuck.forEach(thread -> thread.owner()
                .filter(owner -> thread.obstacle() == Obstacle.MONITOR || thread.obstacle() == Obstacle.PERMIT)
                .ifPresent(owner -> owners.put(names.apply(thread.thread()), names.apply(owner))));
        return Snapshot.cycles(owners);
    }
}
