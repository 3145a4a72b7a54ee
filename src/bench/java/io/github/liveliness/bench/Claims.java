package io.github.liveliness.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The threads that were called stuck for good. Keeps no reference to them: the heap is not to look different for it. */
final class Claims {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FRAMES = 25;

    private final Supplier<String> test;
    private final Consumer<String> console;
    private final Map<Long, Claim> standing = new HashMap<>();
    private final Set<Long> moved = new HashSet<>();
    private int made;

    /** What a thread was doing when it was called stuck, and during which test. */
    private record Claim(ThreadInfo thread, String test) {}

    /**
     * @param test tells which test is running
     * @param console takes what is to be judged
     */
    Claims(Supplier<String> test, Consumer<String> console) {
        this.test = test;
        this.console = console;
    }

    /** What every thread is doing, to be taken before the heap is asked. */
    static Map<Long, ThreadInfo> threads() {
        return Arrays.stream(THREADS.dumpAllThreads(false, false))
                .collect(Collectors.toMap(ThreadInfo::getThreadId, info -> info));
    }

    /** Notes that a thread was called stuck; once it has moved, a later claim about it counts anew. */
    void add(ThreadInfo before) {
        if (standing.putIfAbsent(before.getThreadId(), new Claim(before, test.get())) == null) {
            made++;
            console.accept("CLAIMED " + what(before) + " in " + test.get());
        }
    }

    /** Tells of the threads that have moved since. */
    void check() {
        for (Claim claim : new ArrayList<>(standing.values())) {
            long thread = claim.thread.getThreadId();
            Optional<ThreadInfo> now = Optional.ofNullable(THREADS.getThreadInfo(thread, Integer.MAX_VALUE));
            if (now.isEmpty() || waits(now.get()) != waits(claim.thread)) {
                standing.remove(thread);
                moved.add(thread);
                console.accept("MOVED " + what(claim.thread) + "\n  claimed in " + claim.test + stack(claim.thread)
                        + "\n  moved in " + test.get()
                        + now.map(Claims::stack).orElse("\n    it has ended"));
            }
        }
    }

    /** How many claims there were, and how many threads moved after one. */
    String report() {
        return "claims " + made + ", threads that moved " + moved.size() + "\n";
    }

    private static String what(ThreadInfo info) {
        return "'" + info.getThreadName() + "' #" + info.getThreadId() + ' ' + info.getThreadState() + " on "
                + info.getLockName();
    }

    private static long waits(ThreadInfo info) {
        return info.getWaitedCount() + info.getBlockedCount();
    }

    private static String stack(ThreadInfo info) {
        List<StackTraceElement> frames = Arrays.asList(info.getStackTrace());
        return frames.stream()
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining("", " (" + info.getThreadState() + ")", ""));
    }
}
