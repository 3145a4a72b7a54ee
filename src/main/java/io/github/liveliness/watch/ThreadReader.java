package io.github.liveliness.watch;

import io.github.liveliness.model.ThreadId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.ToLongFunction;

/** What the JVM tells about threads: states and stacks at one safepoint, processor time, cycles of locks. */
final class ThreadReader {
    private static final Set<Thread.State> WAITS_FOR_GOOD = Set.of(Thread.State.WAITING, Thread.State.BLOCKED);

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

    /** Whether any thread is suspended. */
    boolean anySuspended() {
        return Arrays.stream(bean.getThreadInfo(bean.getAllThreadIds()))
                .filter(Objects::nonNull)
                .anyMatch(ThreadInfo::isSuspended);
    }

    /** How often these threads have begun to wait since they started. */
    long waits(Collection<Thread> threads) {
        long[] wanted = threads.stream().mapToLong(identifiers::of).toArray();
        return Arrays.stream(bean.getThreadInfo(wanted))
                .filter(Objects::nonNull)
                .mapToLong(info -> info.getWaitedCount() + info.getBlockedCount())
                .sum();
    }

    /** A number that changes whenever a thread begins to wait; 0 if it does not wait without a time-out. */
    long waitNumber(Thread thread) {
        return ofWaiting(thread, info -> 1 + info.getWaitedCount() + info.getBlockedCount());
    }

    /** The identity of what a thread waits for without a time-out; 0 if it runs, sleeps or has ended. */
    long waitMark(Thread thread) {
        return ofWaiting(
                thread,
                info -> info.getLockInfo() == null ? 1 : 1L + info.getLockInfo().getIdentityHashCode());
    }

    private long ofWaiting(Thread thread, ToLongFunction<ThreadInfo> number) {
        ThreadInfo info = bean.getThreadInfo(identifiers.of(thread));
        return info == null || !WAITS_FOR_GOOD.contains(info.getThreadState()) ? 0 : number.applyAsLong(info);
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

    boolean hasEnded(long identifier) {
        return bean.getThreadInfo(identifier) == null;
    }

    /** The live threads that are inside a task of some thread pool. */
    List<Thread> insidePoolTasks() {
        List<Thread> live = List.of(liveThreads());
        Map<Long, ThreadInfo> infos = read(live);
        return live.stream()
                .filter(thread -> {
                    ThreadInfo info = infos.get(identifiers.of(thread));
                    return info != null && isInsidePoolTask(info.getStackTrace());
                })
                .toList();
    }

    private static boolean isInsidePoolTask(StackTraceElement[] stack) {
        boolean working = false;
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals(ThreadPoolExecutor.class.getName())) {
                if (frame.getMethodName().equals("getTask")) {
                    return false;
                }
                working |= frame.getMethodName().equals("runWorker");
            }
        }
        return working;
    }

    /** The live threads with these identifiers. */
    List<Thread> threads(Set<Long> wanted) {
        return Arrays.stream(liveThreads())
                .filter(thread -> wanted.contains(identifiers.of(thread)))
                .toList();
    }

    /** The live threads, save these and the calling one. */
    List<Thread> others(Collection<Thread> known) {
        Set<Thread> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(List.of(liveThreads()));
        known.forEach(left::remove);
        left.remove(Thread.currentThread());
        return List.copyOf(left);
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
