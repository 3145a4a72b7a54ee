package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the flight recorder's events say of calls that block. */
final class RecordedEventTypes {

    static final String MONITOR_ENTER = "jdk.JavaMonitorEnter";
    static final String MONITOR_WAIT = "jdk.JavaMonitorWait";
    static final String PINNED = "jdk.VirtualThreadPinned";

    /** What hooks do not see. A wait for the initialization of a class is recorded as one for a monitor. */
    static final List<String> BESIDE_HOOKS = List.of(MONITOR_ENTER, MONITOR_WAIT, PINNED);

    /** What hooks see, and the recorder too. From JDK 25 on it leaves out the frames of the JDK that made the event. */
    private static final Map<String, Meaning> OF_HOOKS = Map.of(
            "jdk.ThreadSleep", new Meaning(Kind.SLEEP, "Thread.sleep"),
            "jdk.ThreadPark", new Meaning(Kind.PARK, "LockSupport.park"),
            "jdk.FileRead", new Meaning(Kind.FILE, "file read"),
            "jdk.FileWrite", new Meaning(Kind.FILE, "file write"),
            "jdk.FileForce", new Meaning(Kind.FILE, "file force"),
            "jdk.SocketRead", new Meaning(Kind.SOCKET, "socket read"),
            "jdk.SocketWrite", new Meaning(Kind.SOCKET, "socket write"),
            "jdk.SocketConnect", new Meaning(Kind.SOCKET, "socket connect"));

    private static final String CLASS_INITIALISATION = "class initialisation";

    /** The JVM's own monitor of a class that is being initialised. */
    private static final String LOCK_OF_A_CLASS = "[I";

    /** From then on a virtual thread lets go of its carrier at a monitor. */
    private static final int MONITORS_PIN_NO_MORE = 24;

    private RecordedEventTypes() {}

    /**
     * What is known of an event.
     *
     * @param type the name of its type
     * @param monitor the class whose monitor it was, as the JVM writes it; empty if it was none
     * @param stack from the wait outwards
     */
    record Event(String type, String monitor, boolean byVirtualThread, List<StackTraceElement> stack) {
        private boolean isByUser() {
            return !stack.isEmpty() && Owner.of(stack.get(0)) == Owner.USER;
        }

        private boolean isIn(String type, String method) {
            return stack.stream()
                    .anyMatch(frame -> frame.getClassName().equals(type)
                            && frame.getMethodName().startsWith(method));
        }
    }

    /** A kind of call, and its name where no method of the JDK stands on the stack. */
    record Meaning(Kind kind, String bareName) {}

    /** All types of events. */
    static List<String> all() {
        return Stream.concat(BESIDE_HOOKS.stream(), OF_HOOKS.keySet().stream()).toList();
    }

    /** What it means, on this JDK; nothing where it means nothing, or where another event says the same. */
    static Optional<Meaning> of(Event event, boolean besideHooks, int jdk) {
        return switch (event.type) {
            case MONITOR_ENTER -> monitor(event, jdk);
            case MONITOR_WAIT -> monitorWait(event, besideHooks, jdk);
            case PINNED -> pinned(event, besideHooks);
            default -> besideHooks ? Optional.empty() : Optional.ofNullable(OF_HOOKS.get(event.type));
        };
    }

    /** The lock of a class loader is one of those that come to whoever uses a class first. */
    private static Optional<Meaning> monitor(Event event, int jdk) {
        return event.monitor.contains("ClassLoader")
                ? Optional.empty()
                : Optional.of(new Meaning(atMonitor(event, Kind.MONITOR, jdk), Observation.SYNCHRONIZED));
    }

    /** Of classes of the JDK nobody chooses when they are initialised, or by whom. */
    private static Optional<Meaning> monitorWait(Event event, boolean besideHooks, int jdk) {
        if (event.isByUser() && event.monitor.equals(LOCK_OF_A_CLASS)) {
            boolean toldAsPinned = event.byVirtualThread && jdk >= MONITORS_PIN_NO_MORE;
            return toldAsPinned
                    ? Optional.empty()
                    : Optional.of(new Meaning(atMonitor(event, Kind.CLASS_INIT, jdk), CLASS_INITIALISATION));
        }
        boolean seenElsewhere = besideHooks && !event.byVirtualThread;
        return seenElsewhere || !event.isIn("java.lang.Object", "wait")
                ? Optional.empty()
                : Optional.of(new Meaning(atMonitor(event, Kind.MONITOR, jdk), "Object.wait"));
    }

    private static Kind atMonitor(Event event, Kind otherwise, int jdk) {
        return event.byVirtualThread && jdk < MONITORS_PIN_NO_MORE ? Kind.PINNED : otherwise;
    }

    private static Optional<Meaning> pinned(Event event, boolean besideHooks) {
        return besideHooks && event.isIn("java.lang.VirtualThread", "parkOnCarrierThread")
                ? Optional.empty()
                : Optional.of(new Meaning(Kind.PINNED, CLASS_INITIALISATION));
    }
}
