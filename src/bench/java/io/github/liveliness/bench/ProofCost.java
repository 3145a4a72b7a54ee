package io.github.liveliness.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.reach.HeapQuestion;
import io.github.liveliness.reach.LiveThreads;
import io.github.liveliness.reach.Roster;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * What a proof by the heap costs: the dump beside what is made of it, cold and warm, for heaps of 100,000 and a million
 * objects; how much memory it takes; and both dumps together, as a stalled test waits for them.
 */
public final class ProofCost {
    private static final int WARM_RUNS = 15;
    private static final long LIMIT = 1L << 30;

    /** Read in the dumps. */
    private static Thread[] subjects = {};

    @SuppressWarnings("unused") // read in dumps
    private static Thread[] ours = {};

    private final List<Object> ballast = new ArrayList<>();

    private ProofCost() {}

    /** Runs all, the cold one first. */
    public static void main(String[] arguments) throws Exception {
        Thread stuck = new Thread(ProofCost::waitForNobody, "stuck");
        stuck.setDaemon(true);
        stuck.start();
        subjects = new Thread[] {stuck};
        System.out.printf(Locale.ROOT, "JDK %s%n", Runtime.version());
        ProofCost small = new ProofCost();
        small.fill(100_000);
        small.once("100,000 objects, first in JVM");
        small.repeatedly("100,000 objects, warm");
        small.attempts();
        long allocatedForSmall = allocated();
        ProofCost large = new ProofCost();
        large.fill(1_000_000);
        large.repeatedly("1,000,000 objects, warm");
        System.out.printf(
                Locale.ROOT,
                "%-32s %7.1f bytes for each object more, everything that was ever allocated; %.1f MB for the small heap%n",
                "memory",
                (allocated() - allocatedForSmall) / 1e6,
                allocatedForSmall / 1e6);
    }

    private static void waitForNobody() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private record Node(Object next, Object value) {}

    /** Two objects a node, one of which holds references. */
    private void fill(int objects) {
        Object last = this;
        for (int made = 0; made < objects; made += 2) {
            last = new Node(last, new Object());
            if (made % 1_000 == 0) {
                ballast.add(last);
                last = this;
            }
        }
        ballast.add(last);
    }

    private record Cost(double dump, double reading) {}

    private static Cost measure() throws IOException {
        Path folder = Files.createTempDirectory("proof-cost");
        Path dump = folder.resolve("live.hprof");
        try {
            long start = System.nanoTime();
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            long dumped = System.nanoTime();
            ask(dump);
            return new Cost((dumped - start) / 1e6, (System.nanoTime() - dumped) / 1e6);
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(folder);
        }
    }

    private static void ask(Path dump) throws IOException {
        Set<Long> still = Set.of(subjects[0].getId());
        HeapQuestion.ask(
                dump,
                new LiveThreads(still, Map.of(), LiveThreads.Optimized.NOTHING),
                new Roster(ProofCost.class.getName(), "subjects", "ours"),
                true);
    }

    private void once(String name) throws IOException {
        Cost cost = measure();
        System.out.printf(Locale.ROOT, "%-32s dump %7.1f ms   read and mark %7.1f ms%n", name, cost.dump, cost.reading);
    }

    private void repeatedly(String name) throws IOException {
        double[] dumps = new double[WARM_RUNS];
        double[] readings = new double[WARM_RUNS];
        for (int run = 0; run < WARM_RUNS; run++) {
            Cost cost = measure();
            dumps[run] = cost.dump;
            readings[run] = cost.reading;
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s dump %7.1f ms   read and mark %7.1f ms   (medians of %d)%n",
                name,
                median(dumps),
                median(readings),
                WARM_RUNS);
    }

    private void attempts() {
        HeapProof proof = HeapProof.open(System::nanoTime);
        double[] took = new double[WARM_RUNS];
        for (int run = 0; run < WARM_RUNS; run++) {
            if (!(proof.attempt(List.of(subjects), List.of(), LIMIT) instanceof HeapAttempt.Made made)) {
                throw new IllegalStateException("no attempt could be made");
            }
            took[run] = made.took().toNanos() / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %7.1f ms   (median of %d)%n",
                "100,000 objects, both dumps",
                median(took),
                WARM_RUNS);
    }

    /** How many bytes the proof allocates beyond the file, which is mapped. */
    private static long allocated() throws IOException {
        Path folder = Files.createTempDirectory("proof-cost");
        Path dump = folder.resolve("live.hprof");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            com.sun.management.ThreadMXBean threads =
                    (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            ask(dump);
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(folder);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
