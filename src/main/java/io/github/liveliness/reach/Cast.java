package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The threads of a dump: those that are asked about, those of ours, and what each of the others does. */
final class Cast {
    private final Heap heap;
    private final List<Integer> subjects;
    private final Set<Integer> ours;
    private final List<HeapThread> threads = new ArrayList<>();
    private final Map<Integer, HeapWait> waits = new HashMap<>();

    Cast(Heap heap, Instances instances, LiveThreads live, Roster roster) {
        this.heap = heap;
        this.subjects = listed(roster.className(), roster.subjects());
        this.ours = new HashSet<>(listed(roster.className(), roster.ours()));
        WaitFinder finder = new WaitFinder(heap, instances, live);
        for (HeapThread thread : heap.threads()) {
            if (!ours.contains(thread.object())) {
                threads.add(thread);
                waits.put(
                        thread.object(),
                        isStill(thread, live) ? finder.waitOf(thread) : new HeapWait.CanMove("it moved"));
            }
        }
    }

    private boolean isStill(HeapThread thread, LiveThreads live) {
        return heap.number(thread.object(), JdkField.THREAD_IDENTIFIER)
                .filter(live.still()::contains)
                .isPresent();
    }

    private List<Integer> listed(String className, String field) {
        List<Integer> listed = new ArrayList<>();
        for (Root root : heap.roots()) {
            if (root instanceof Root.StaticField held
                    && held.className().equals(className)
                    && held.field().equals(field)) {
                heap.forEachElement(held.object(), listed::add);
            }
        }
        return listed;
    }

    /** The threads that are asked about, in the order of the roster; {@link Heap#NONE} for one that has ended. */
    List<Integer> subjects() {
        return subjects;
    }

    /** The threads that only watch. */
    Set<Integer> ours() {
        return ours;
    }

    /** All threads that live, save ours. */
    List<HeapThread> threads() {
        return threads;
    }

    /** What a thread does; one that does not live can neither move nor be woken. */
    HeapWait waitOf(int thread) {
        return Optional.ofNullable(waits.get(thread)).orElseGet(() -> new HeapWait.CanMove("it has ended"));
    }

    /** The objects that a thread waits for, what it is parked on among them. */
    Set<Integer> awaited(int thread) {
        Set<Integer> awaited = new HashSet<>();
        awaited.add(heap.reference(thread, JdkField.THREAD_BLOCKER));
        if (waitOf(thread) instanceof HeapWait.Stays wait) {
            awaited.addAll(wait.blockers());
        }
        awaited.remove(Heap.NONE);
        return awaited;
    }

    String name(int thread) {
        return heap.text(heap.reference(thread, JdkField.THREAD_NAME));
    }
}
