package io.github.liveliness.proof;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.liveliness.reach.HeapQuestion;
import io.github.liveliness.reach.LiveThreads;
import io.github.liveliness.reach.Roster;
import io.github.liveliness.reach.Wake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.ReflectionException;
import org.apiguardian.api.API;

/**
 * Tries to prove that nobody can wake some threads.
 *
 * <p>The JVM stands still while a dump is taken, some tens of milliseconds for a small heap. A proof takes two: what the first
 * one shows must still be so in the second, and no thread may have moved in between.
 */
@API(status = API.Status.INTERNAL)
public final class HeapProof {
    private static final Roster ROSTER = new Roster(Subjects.class.getName(), "threads", "ours");
    private static final int FIRST_JDK_WHOSE_DUMPS_SHOW_VIRTUAL_THREADS = 22;

    /** A dump is larger than the heap, which need not hold references of full length. */
    private static final int DISK_SPACE_FACTOR = 3;

    private final DumpFolder folders;
    private final LongSupplier clock;

    HeapProof(DumpFolder folders, LongSupplier clock) {
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * Opens the room.
     *
     * @param clock a monotonic clock in nanoseconds
     */
    public static HeapProof open(LongSupplier clock) {
        return new HeapProof(DumpFolder.ofThisJvm(), clock);
    }

    /** Takes away what JVMs left behind that did not end well. */
    public void sweep() {
        try {
            folders.sweep();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Old dumps could not be taken away in " + folders.parent(), unreadable);
        }
    }

    /**
     * Tries. Runs on the caller's thread, which counts as one of ours.
     *
     * @param subjects the threads that may be stuck
     * @param ours the threads that only watch: they wake nobody
     * @param limit the largest live heap that is dumped, in bytes
     */
    public HeapAttempt attempt(List<Thread> subjects, List<Thread> ours, long limit) {
        long start = clock.getAsLong();
        long live = HeapSize.live(limit);
        if (live > limit) {
            return new HeapAttempt.NotMade(
                    "The live heap of " + megabytes(live) + " is larger than liveliness.proof.max-heap = "
                            + megabytes(limit) + "; a larger value allows the proof, which takes longer then.");
        }
        List<Thread> watching = new ArrayList<>(ours);
        watching.add(Thread.currentThread());
        try {
            long space = folders.space();
            if (space < DISK_SPACE_FACTOR * live) {
                return new HeapAttempt.NotMade("The disk has " + megabytes(space) + " left in " + folders.parent()
                        + ", which is too little for a dump of the heap.");
            }
            ThreadReading before = ThreadReading.now();
            List<Wake> wakes = ask(subjects, watching, before);
            if (wakes.stream().anyMatch(Wake.Nobody.class::isInstance)) {
                wakes = agreed(wakes, ask(subjects, watching, before));
            }
            return new HeapAttempt.Made(wakes, Duration.ofNanos(clock.getAsLong() - start));
        } catch (ClosedByInterruptException nobodyMeansIt) {
            // Whoever interrupts all threads of the JVM says nothing about the heap, which may be asked again.
            return new HeapAttempt.Made(
                    Collections.nCopies(subjects.size(), new Wake.Unseen("The reading was interrupted.", true)),
                    Duration.ofNanos(clock.getAsLong() - start));
        } catch (LinkageError | IllegalArgumentException | UnsupportedOperationException noHotSpot) {
            return new HeapAttempt.NotMade(
                    "This JVM lets nobody dump its heap: it is no HotSpot JVM, or runs without the"
                            + " module jdk.management. " + noHotSpot);
        } catch (ReflectionException noCommand) {
            // It knows none of them if one cannot be asked, and those of the flight recorder want its module.
            return new HeapAttempt.NotMade(
                    "This JVM does not tell what its compiler has optimized, without which a dump proves nothing: it is"
                            + " no HotSpot JVM, or runs without the module jdk.jfr. Add it with --add-modules jdk.jfr.");
        } catch (IOException | JMException failed) {
            return new HeapAttempt.NotMade("The heap could not be dumped: " + failed);
        }
    }

    /** One after the other: two that lay their threads out at once would be told of each other's. */
    private List<Wake> ask(List<Thread> subjects, List<Thread> ours, ThreadReading before)
            throws IOException, JMException {
        Path folder = folders.make();
        try {
            return askIn(folder, subjects, ours, before);
        } catch (NoSuchFileException takenAway) {
            // The JVM ends, and takes with it what it must not leave behind.
            return Collections.nCopies(subjects.size(), new Wake.Unseen("The dump was taken away.", true));
        }
    }

    private static List<Wake> askIn(Path folder, List<Thread> subjects, List<Thread> ours, ThreadReading before)
            throws IOException, JMException {
        try {
            Path dump = DumpFolder.dumpIn(folder);
            synchronized (HeapProof.class) {
                Subjects.show(subjects, ours);
                try {
                    bean().dumpHeap(dump.toString(), true);
                } finally {
                    Subjects.hide();
                }
            }
            LiveThreads live = before.until(ThreadReading.now(), OptimizedCode.now());
            boolean shows = Runtime.version().feature() >= FIRST_JDK_WHOSE_DUMPS_SHOW_VIRTUAL_THREADS;
            return HeapQuestion.ask(dump, live, ROSTER, shows);
        } finally {
            DumpFolder.delete(folder);
        }
    }

    private static HotSpotDiagnosticMXBean bean() {
        return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                .orElseThrow(() -> new UnsupportedOperationException("It has no HotSpotDiagnosticMXBean."));
    }

    /** A proof is what both say; else the later word counts. */
    private static List<Wake> agreed(List<Wake> first, List<Wake> second) {
        List<Wake> agreed = new ArrayList<>();
        for (int index = 0; index < first.size(); index++) {
            boolean disagreed = second.get(index) instanceof Wake.Nobody && !(first.get(index) instanceof Wake.Nobody);
            agreed.add(disagreed ? first.get(index) : second.get(index));
        }
        return agreed;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
