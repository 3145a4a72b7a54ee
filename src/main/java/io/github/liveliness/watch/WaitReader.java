package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.ControlCalls;
import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Waker;
import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Tells what a thread does, from what the JVM and the thread itself say about its wait. */
final class WaitReader {
    private final WakerFinder finder;
    private final ThreadReader threads;
    private final ThreadIdentifiers identifiers;
    private final Deadline deadline;

    /** How long a thread's latest timed park still lasts, where that was seen. */
    interface Deadline {
        Optional<Duration> remaining(Thread thread);
    }

    WaitReader(WakerFinder finder, ThreadReader threads, ThreadIdentifiers identifiers, Deadline deadline) {
        this.finder = finder;
        this.threads = threads;
        this.identifiers = identifiers;
        this.deadline = deadline;
    }

    Activity activity(Thread thread, ThreadInfo info) {
        return switch (info.getThreadState()) {
            case BLOCKED -> monitorEntry(info);
            // No wait outlives an interrupt: one that ignores it has cleared it, and waits anew.
            case WAITING, TIMED_WAITING ->
                identifiers.isInterrupted(thread) ? new Activity.Running() : waiting(thread, info);
            default -> new Activity.Running();
        };
    }

    private static Activity monitorEntry(ThreadInfo info) {
        Waker waker = info.getLockOwnerId() < 0
                ? new Waker.Unknown("the monitor is just being handed over")
                : new Waker.OwnerThread(new ThreadId(info.getLockOwnerId()));
        return new Activity.Waiting(Form.MONITOR_ENTRY, describe(info.getLockInfo()), new Limit.None(), List.of(waker));
    }

    private Activity waiting(Thread thread, ThreadInfo info) {
        LockInfo lock = info.getLockInfo();
        Limit limit = limit(thread, info);
        if (lock == null) {
            return parkedOnNothing(info, limit);
        }
        Object blocker = LockSupport.getBlocker(thread);
        if (blocker != null) {
            return parked(thread, blocker, lock, info, limit);
        }
        return isJoin(info.getStackTrace()) ? joining(lock, limit) : inMonitor(lock, limit);
    }

    private Activity parked(Thread thread, Object blocker, LockInfo lock, ThreadInfo info, Limit limit) {
        StackTraceElement[] stack = info.getStackTrace();
        List<Waker> wakers = System.identityHashCode(blocker) == lock.getIdentityHashCode()
                ? others(finder.wakers(blocker, stack), identifiers.name(thread))
                : unknown("it has moved on since");
        return new Activity.Waiting(Blockers.form(blocker, stack), Blockers.describe(blocker), limit, wakers);
    }

    /** Its own task does not wake a thread, unless it waits for nothing else. */
    private static List<Waker> others(List<Waker> wakers, ThreadId self) {
        List<Waker> others = wakers.stream()
                .filter(waker -> !(waker instanceof Waker.RunningTask running
                        && running.thread().equals(self)))
                .toList();
        return others.isEmpty() ? wakers : others;
    }

    private Limit limit(Thread thread, ThreadInfo info) {
        return info.getThreadState() == Thread.State.TIMED_WAITING
                ? new Limit.Timed(deadline.remaining(thread))
                : new Limit.None();
    }

    private static Activity parkedOnNothing(ThreadInfo info, Limit limit) {
        boolean sleeps = info.getStackTrace().length > 0
                && info.getStackTrace()[0].getClassName().equals("java.lang.Thread")
                && info.getStackTrace()[0].getMethodName().startsWith("sleep");
        return sleeps
                ? new Activity.Sleeping()
                : new Activity.Waiting(Form.OTHER, "nothing that is named", limit, unknown("any thread may unpark it"));
    }

    private Activity joining(LockInfo joined, Limit limit) {
        Waker waker = threads.threadByIdentityHash(joined.getIdentityHashCode())
                .<Waker>map(thread -> new Waker.OwnerThread(identifiers.name(thread)))
                .orElseGet(() -> new Waker.Unknown("the joined thread is not among the live ones"));
        return new Activity.Waiting(Form.THREAD_END, describe(joined), limit, List.of(waker));
    }

    private Activity inMonitor(LockInfo lock, Limit limit) {
        List<Waker> wakers = finder.wakersOfMonitor(lock.getClassName(), lock.getIdentityHashCode());
        return new Activity.Waiting(Form.MONITOR_WAIT, describe(lock), limit, wakers);
    }

    private static boolean isJoin(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Thread")) {
                return frame.getMethodName().equals("join");
            }
            // Once a test of this JVM was explored, a join waits through us.
            if (!frame.getClassName().equals("java.lang.Object")
                    && !frame.getClassName().equals(ControlCalls.class.getName())) {
                return false;
            }
        }
        return false;
    }

    private static String describe(LockInfo lock) {
        return Blockers.describe(lock.getClassName(), lock.getIdentityHashCode());
    }

    private static List<Waker> unknown(String why) {
        return List.of(new Waker.Unknown(why));
    }
}
