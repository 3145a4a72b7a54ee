package io.github.liveliness.blocking.probes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What one run of a probe finds around it: files, and somebody who ends its wait. All of it goes when the run is over. */
public final class Surroundings implements AutoCloseable {
    private static final String TEXT = "one\ntwo\nthree\n";
    private static final long PATIENCE_SECONDS = 10;

    private final Deque<AutoCloseable> kept = new ConcurrentLinkedDeque<>();
    private final AtomicInteger last = new AtomicInteger();
    private final Peer peer = keep(new Peer());
    private final Path folder;

    private Surroundings(Path folder) {
        this.folder = folder;
    }

    static Surroundings open() throws IOException {
        return new Surroundings(Files.createTempDirectory("probe"));
    }

    /** Closes it in the end, so that the task need not. */
    <T extends AutoCloseable> T keep(T closeable) {
        kept.addFirst(closeable);
        return closeable;
    }

    /** Acts once the caller has waited for some milliseconds. */
    void whenWaiting(Peer.Action action) {
        peer.whenCallerWaits(action);
    }

    /** Acts after some milliseconds more, for a caller that waits in native code. */
    void soon(Peer.Action action) {
        peer.soon(action);
    }

    /** How many waits of the task were to be ended. */
    int waitsToEnd() {
        return peer.asked();
    }

    /** How many of them nobody has ended yet. */
    int waitsNotEnded() {
        return peer.pending();
    }

    /** Runs on a thread that belongs to no executor, and is waited for in the end. */
    Thread thread(Runnable work) {
        Thread thread = new Thread(work, "probe-thread");
        thread.setDaemon(true);
        keep(() -> thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
        thread.start();
        return thread;
    }

    ExecutorService unboundedPool() {
        return keptPool(Executors.newCachedThreadPool(work -> daemon(work, "probe-unbounded")));
    }

    ExecutorService fixedPool() {
        return keptPool(Executors.newFixedThreadPool(1, work -> daemon(work, "probe-fixed")));
    }

    ForkJoinPool forkJoinPool() {
        return keptPool(new ForkJoinPool(2));
    }

    <T extends ExecutorService> T keptPool(T pool) {
        keep(() -> {
            pool.shutdown();
            pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        });
        return pool;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A new file with three lines. */
    Path file() throws IOException {
        return Files.writeString(absent(), TEXT);
    }

    /** A new folder with a file in it. */
    Path folder() throws IOException {
        Path made = Files.createDirectory(absent());
        Files.writeString(made.resolve("file.txt"), TEXT);
        return made;
    }

    /** Where there is nothing yet. */
    Path absent() {
        return folder.resolve(last.incrementAndGet() + ".txt");
    }

    @Override
    public void close() throws IOException {
        Closing closing = new Closing();
        kept.forEach(closing::close);
        closing.close(this::deleteFolder);
        closing.rethrow();
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(Surroundings::delete);
        }
    }

    /** Windows keeps a mapped file until the mapping is collected. */
    private static void delete(File file) {
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
