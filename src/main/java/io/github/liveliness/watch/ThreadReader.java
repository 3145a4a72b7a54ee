package io.github.liveliness.watch;

import io.github.liveliness.model.ThreadId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the JVM tells about threads: states and stacks at one safepoint, processor time, cycles of locks. */
final class ThreadReader {
    private final ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    private final ThreadIdentifiers identifiers;

    ThreadReader(ThreadIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** States and stacks of these threads at one and the same moment; those that have ended are left out. */
    Map<Long, ThreadInfo> read(Collection<Thread> threads) {
        long[] wanted = threads.stream().mapToLong(identifiers::of).toArray();
        Map<Long, ThreadInfo> found = new HashMap<>();
        for (ThreadInfo info : bean.getThreadInfo(wanted, Integer.MAX_VALUE)) {
            if (info != null) {
                found.put(info.getThreadId(), info);
            }
        }
        return found;
    }

    /** The processor time that these threads have used since they started, in nanoseconds; 0 where it is not known. */
    long processorTime(Collection<Thread> threads) {
        if (!bean.isThreadCpuTimeSupported() || !bean.isThreadCpuTimeEnabled()) {
            return 0;
        }
        return threads.stream()
                .mapToLong(thread -> Math.max(0, bean.getThreadCpuTime(identifiers.of(thread))))
                .sum();
    }

    /** The identity of what a thread waits for without a time-out; 0 if it runs, sleeps or has ended. */
    long waitMark(Thread thread) {
        ThreadInfo info = bean.getThreadInfo(identifiers.of(thread));
        boolean waits = info != null
                && (info.getThreadState() == Thread.State.WAITING || info.getThreadState() == Thread.State.BLOCKED);
        if (!waits) {
            return 0;
        }
        return info.getLockInfo() == null ? 1 : 1L + info.getLockInfo().getIdentityHashCode();
    }

    /**
     * The threads that the JVM calls deadlocked, each with the one that holds the lock it wants.
     *
     * <p>These are the threads of all cycles of locks, and some that are blocked behind one; those that wait with a
     * time-out are left out.
     */
    Map<ThreadId, ThreadId> deadlocked() {
        long[] deadlocked = bean.isSynchronizerUsageSupported()
                ? bean.findDeadlockedThreads()
                : bean.findMonitorDeadlockedThreads();
        if (deadlocked == null) {
            return Map.of();
        }
        Map<ThreadId, ThreadId> owners = new HashMap<>();
        for (ThreadInfo info : bean.getThreadInfo(deadlocked)) {
            if (info != null && info.getThreadState() != Thread.State.TIMED_WAITING && info.getLockOwnerId() >= 0) {
                owners.put(new ThreadId(info.getThreadId()), new ThreadId(info.getLockOwnerId()));
            }
        }
        return owners;
    }

    /** The live threads with these identifiers. */
    List<Thread> threads(Set<Long> wanted) {
        return Arrays.stream(liveThreads())
                .filter(thread -> wanted.contains(identifiers.of(thread)))
                .toList();
    }

    /** The live thread with this identity hash code, for where the JVM names an object by nothing else. */
    Optional<Thread> threadByIdentityHash(int hash) {
        return Arrays.stream(liveThreads())
                .filter(thread -> System.identityHashCode(thread) == hash)
                .findFirst();
    }

    private static Thread[] liveThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        for (ThreadGroup parent = root.getParent(); parent != null; parent = parent.getParent()) {
            root = parent;
        }
        Thread[] threads = new Thread[root.activeCount() + 64];
        int count = root.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[2 * threads.length];
            count = root.enumerate(threads);
        }
        return Arrays.copyOf(threads, count);
    }
}
