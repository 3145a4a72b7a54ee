package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The workers of pools, and virtual threads whose calls count, by their thread. To find that a thread is none costs two reads, and every thread of the JVM pays it
 * with every call that is hooked: a thread-local costs more.
 *
 * <p>There is no lock: a thread looks for itself alone, and what it has added it sees. An entry stays until its thread is
 * gone and another needs the place; of workers that find no place nothing is seen.
 */
public final class WorkerTable {

    private static final int SLOTS = 1 << 13;
    private static final int PLACES = 8;
    private static final AtomicReferenceArray<Worker> ENTRIES = new AtomicReferenceArray<>(SLOTS);

    private WorkerTable() {}

    static Worker find(Thread thread) {
        int home = System.identityHashCode(thread);
        for (int place = 0; place < PLACES; place++) {
            Worker worker = ENTRIES.getPlain(home + place & SLOTS - 1);
            if (worker == null) {
                return Worker.NONE;
            }
            if (worker.isOf(thread)) {
                return worker;
            }
        }
        return Worker.NONE;
    }

    static void add(Thread thread, Worker worker) {
        int home = System.identityHashCode(thread);
        for (int place = 0; place < PLACES; place++) {
            int slot = home + place & SLOTS - 1;
            Worker there = ENTRIES.get(slot);
            if ((there == null || there.isGone()) && ENTRIES.compareAndSet(slot, there, worker)) {
                return;
            }
        }
    }

    /** What the current thread has added. */
    static void remove(Worker own) {
        int home = System.identityHashCode(Thread.currentThread());
        for (int place = 0; place < PLACES; place++) {
            // Not empty, or whoever found no room here would not be found any more.
            if (ENTRIES.compareAndSet(home + place & SLOTS - 1, own, Worker.GONE)) {
                return;
            }
        }
    }

    /** Those that are in a call now. */
    public static List<Worker> inCalls() {
        List<Worker> found = inTasks();
        found.removeIf(worker -> !worker.isInCall());
        return found;
    }

    /** Those that run a task now whose calls count. */
    public static List<Worker> inTasks() {
        List<Worker> found = all();
        found.removeIf(worker -> !worker.isInTask());
        return found;
    }

    /** Those whose threads live; lets go of the others. */
    public static List<Worker> all() {
        List<Worker> found = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            Worker worker = ENTRIES.get(slot);
            if (worker != null && worker.isGone()) {
                ENTRIES.compareAndSet(slot, worker, Worker.GONE);
            } else if (worker != null) {
                found.add(worker);
            }
        }
        return found;
    }
}
