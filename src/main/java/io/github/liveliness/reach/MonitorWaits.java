package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what the threads of a dump wait for where no synchronizer of the JDK's is involved: monitors, and ends of threads. */
final class MonitorWaits {
    private static final String THREAD = "java.lang.Thread";
    private static final Set<String> WAITING = Set.of("wait", "wait0");
    private static final String JOINING = "join";

    private final Heap heap;
    private final LiveThreads live;
    private final Map<Long, Integer> threadsByNumber = new HashMap<>();

    MonitorWaits(Heap heap, LiveThreads live) {
        this.heap = heap;
        this.live = live;
        for (HeapThread thread : heap.threads()) {
            number(thread.object()).ifPresent(number -> threadsByNumber.put(number, thread.object()));
        }
    }

    private Optional<Long> number(int thread) {
        return heap.number(thread, JdkField.THREAD_IDENTIFIER);
    }

    /** What a thread does that wants to enter a monitor. */
    HeapWait entering(HeapThread thread) {
        Optional<Integer> owner =
                number(thread.object()).map(live.monitorOwners()::get).map(threadsByNumber::get);
        return owner.<HeapWait>map(found -> new HeapWait.Stays(List.of(), Set.of(found), true))
                .orElseGet(() -> new HeapWait.CanMove("the monitor that it wants is free, or its owner unknown"));
    }

    /** What a thread does that waits on a monitor. */
    HeapWait waiting(HeapThread thread) {
        List<HeapFrame> stack = thread.stack();
        int caller = 0;
        while (caller < stack.size() && isObjectWait(stack.get(caller))) {
            caller++;
        }
        if (caller < stack.size() && isJoin(stack.get(caller))) {
            return joining(held(thread, caller, caller + 1));
        }
        // Since JDK 21 the thread itself stands in that frame as well; optimized code may show nothing else.
        List<Integer> monitors = held(thread, 0, caller).stream()
                .filter(object -> object != thread.object())
                .toList();
        return monitors.size() == 1
                ? new HeapWait.Stays(monitors, Set.of(), !isAnybodys(monitors.get(0)))
                : unresolved(held(thread, 0, caller + 1));
    }

    /** The JVM hands out the same string to whoever interns an equal one, or asks a class for its name. */
    private boolean isAnybodys(int monitor) {
        return heap.isA(monitor, "java.lang.String");
    }

    /** One of them is the monitor, unless optimized code has hidden it. */
    private static HeapWait unresolved(List<Integer> candidates) {
        return candidates.isEmpty()
                ? new HeapWait.CanMove("the dump does not show the monitor that it waits on")
                : new HeapWait.Stays(candidates, Set.of(), false);
    }

    /** Whoever notifies the thread that is awaited changes nothing: who joins looks whether it has ended. */
    private HeapWait joining(List<Integer> held) {
        List<Integer> joined =
                held.stream().filter(object -> heap.isA(object, THREAD)).toList();
        boolean live = joined.size() == 1 && threadsByNumber.containsValue(joined.get(0));
        return live
                ? new HeapWait.Stays(List.of(), Set.of(joined.get(0)), true)
                : new HeapWait.CanMove("the thread whose end it awaits is over, or unknown");
    }

    private static boolean isObjectWait(HeapFrame frame) {
        return frame.className().equals("java.lang.Object") && WAITING.contains(frame.method());
    }

    private static boolean isJoin(HeapFrame frame) {
        return frame.className().equals(THREAD) && frame.method().equals(JOINING);
    }

    private static List<Integer> held(HeapThread thread, int firstFrame, int endFrame) {
        return thread.roots().stream()
                .filter(root -> root.frame() >= firstFrame && root.frame() < endFrame)
                .map(Root.Stack::object)
                .filter(object -> object != Heap.NONE)
                .distinct()
                .toList();
    }
}
