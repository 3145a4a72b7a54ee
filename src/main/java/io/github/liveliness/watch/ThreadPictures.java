package io.github.liveliness.watch;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import java.lang.management.ThreadInfo;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the threads that matter, and follows them to those that hold what they wait for. */
final class ThreadPictures {
    private static final int LONGEST_CHAIN = 8;

    private final ThreadReader reader;
    private final ThreadIdentifiers identifiers;
    private final WaitReader waits;
    private final Set<Long> idle;
    private final Map<Long, ThreadState> pictures = new LinkedHashMap<>();

    ThreadPictures(ThreadReader reader, ThreadIdentifiers identifiers, WaitReader waits, List<Look> looks) {
        this.reader = reader;
        this.identifiers = identifiers;
        this.waits = waits;
        this.idle = idle(looks);
    }

    private Set<Long> idle(List<Look> looks) {
        Set<Long> found = new HashSet<>();
        for (Look look : looks) {
            look.reading().workers().stream()
                    .filter(Reading.Worker::idle)
                    .forEach(worker -> found.add(identifiers.of(worker.thread())));
        }
        return found;
    }

    List<ThreadState> pictures(Collection<Thread> threads) {
        Collection<Thread> next = threads;
        for (int step = 0; step < LONGEST_CHAIN && !next.isEmpty(); step++) {
            next = reader.threads(show(next));
        }
        return List.copyOf(pictures.values());
    }

    /** Shows these threads, and returns those that they wait for and that are not shown yet. */
    private Set<Long> show(Collection<Thread> threads) {
        Map<Long, ThreadInfo> infos = reader.read(threads);
        for (Thread thread : threads) {
            long identifier = identifiers.of(thread);
            ThreadInfo info = infos.get(identifier);
            if (info != null) {
                pictures.put(identifier, picture(thread, info));
            }
        }
        Set<Long> missing = new HashSet<>();
        for (ThreadState picture : pictures.values()) {
            if (picture.activity() instanceof Activity.Waiting waiting) {
                waiting.wakers().forEach(waker -> add(waker, missing));
            }
        }
        missing.removeAll(pictures.keySet());
        return missing;
    }

    private static void add(Waker waker, Set<Long> identifiers) {
        if (waker instanceof Waker.OwnerThread owner) {
            identifiers.add(owner.thread().number());
        } else if (waker instanceof Waker.RunningTask running) {
            identifiers.add(running.thread().number());
        }
    }

    private ThreadState picture(Thread thread, ThreadInfo info) {
        Activity activity = idle.contains(info.getThreadId()) ? new Activity.Idle() : waits.activity(thread, info);
        return new ThreadState(
                new ThreadId(info.getThreadId()),
                info.getThreadName(),
                info.getThreadState(),
                activity,
                List.of(info.getStackTrace()));
    }
}
