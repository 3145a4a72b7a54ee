package io.github.liveliness.reach.programs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is seen of a thread from outside.
 *
 * @param waits whether it waits without time-out, or for a monitor
 * @param begun how many waits it has begun so far
 */
record ThreadLook(boolean waits, long begun) {
    private static final Duration PAUSE = Duration.ofMillis(8);

    private static Optional<ThreadLook> at(Thread thread) {
        Optional<ThreadInfo> info =
                Optional.ofNullable(ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()));
        return info.map(seen -> new ThreadLook(
                seen.getThreadState() == Thread.State.WAITING || seen.getThreadState() == Thread.State.BLOCKED,
                seen.getWaitedCount() + seen.getBlockedCount()));
    }

    private static List<Optional<ThreadLook>> at(List<Thread> threads) {
        return threads.stream().map(ThreadLook::at).toList();
    }

    /** Awaits that all of them wait, twice in a row in the same wait; nothing if that takes longer. */
    static Optional<List<ThreadLook>> ofWaiting(List<Thread> threads, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Optional<ThreadLook>> previous = at(threads);
        while (System.nanoTime() < deadline) {
            Thread.sleep(PAUSE.toMillis());
            List<Optional<ThreadLook>> looks = at(threads);
            if (looks.equals(previous)
                    && looks.stream()
                            .allMatch(look -> look.isPresent() && look.get().waits())) {
                return Optional.of(looks.stream().map(Optional::orElseThrow).toList());
            }
            previous = looks;
        }
        return Optional.empty();
    }

    /** Awaits that the thread has ended, or begun another wait, as the worker of a pool does. */
    boolean isLeftBy(Thread thread, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (at(thread).filter(look -> look.begun == begun).isEmpty()) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }
}
