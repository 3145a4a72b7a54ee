package io.github.liveliness.proof;

import io.github.liveliness.reach.LiveThreads;
import io.github.liveliness.reach.LiveThreads.Optimized;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What every thread was doing at one moment, and how often it had waited by then. */
record ThreadReading(Map<Long, Doing> threads) {
    private static final Set<Thread.State> UNTIMED = Set.of(Thread.State.WAITING, Thread.State.BLOCKED);

    /**
     * What a thread was doing.
     *
     * @param state its state
     * @param waits how often it had begun to wait
     * @param monitorOwner the number of the thread that holds what it waits for, -1 if there is none
     */
    record Doing(Thread.State state, long waits, long monitorOwner) {}

    static ThreadReading now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Doing> doing = new HashMap<>();
        Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .forEach(info -> doing.put(info.getThreadId(), doing(info)));
        return new ThreadReading(doing);
    }

    private static Doing doing(ThreadInfo info) {
        return new Doing(info.getThreadState(), info.getWaitedCount() + info.getBlockedCount(), info.getLockOwnerId());
    }

    /** What stayed as it is from this reading to a later one. */
    LiveThreads until(ThreadReading later, Optimized optimized) {
        Set<Long> still = new HashSet<>();
        Map<Long, Long> owners = new HashMap<>();
        threads.forEach((thread, before) -> {
            if (before.equals(later.threads.get(thread)) && UNTIMED.contains(before.state)) {
                still.add(thread);
                if (before.state == Thread.State.BLOCKED && before.monitorOwner >= 0) {
                    owners.put(thread, before.monitorOwner);
                }
            }
        });
        return new LiveThreads(still, owners, optimized);
    }
}
