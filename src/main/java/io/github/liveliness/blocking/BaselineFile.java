package io.github.liveliness.blocking;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The file that a baseline is kept in.
 *
 * <p>Writing adds what is new and takes nothing out, whichever of several JVMs writes first: no JVM knows what the others
 * have seen. They take turns by a lock on a file beside it, which stays, for whoever deleted it could let two in at once.
 */
@API(status = API.Status.INTERNAL)
public final class BaselineFile {

    /** The file's lock keeps JVMs apart, and not the threads of one. */
    private static final Object TURN = new Object();

    private final Path file;
    private final Disk disk;

    public BaselineFile(Path file) {
        this(file, Disk.REAL);
    }

    BaselineFile(Path file, Disk disk) {
        this.file = file.toAbsolutePath();
        this.disk = disk;
    }

    /**
     * Reads the baseline.
     *
     * @throws BaselineException if it is missing, or corrupt, or cannot be read
     */
    public Baseline read() {
        try {
            return BaselineText.read(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new BaselineException(
                    "There is no baseline " + file + ". Run the tests with " + BaselineText.WRITE + " to write it.", e);
        } catch (IOException e) {
            throw new BaselineException(
                    "The baseline " + file + " could not be read (" + e
                            + "). It is a text in UTF-8: restore it from version"
                            + " control, or set liveliness.baseline to a file that can be read.",
                    e);
        }
    }

    /**
     * Adds what is missing, and makes the file where there is none.
     *
     * @return what the file holds now
     * @throws BaselineException if it is corrupt or cannot be written; it is as it was then
     */
    public Baseline add(List<Finding> findings) {
        // A test may leave it set, and a file would not be locked.
        boolean interrupted = Thread.interrupted();
        try {
            return addUninterrupted(findings);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Baseline addUninterrupted(List<Finding> findings) {
        synchronized (TURN) {
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel lock =
                        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    return merge(findings);
                }
            } catch (IOException | OverlappingFileLockException e) {
                throw new BaselineException(
                        "The baseline " + file + " could not be written (" + e + "). It is as it was. Make it and its"
                                + " folder writable, or set liveliness.baseline to a file that can be written.",
                        e);
            }
        }
    }

    private Baseline merge(List<Finding> findings) throws IOException {
        // Not the same as its being there: where nobody can tell, nothing is overwritten.
        boolean isMissing = Files.notExists(file);
        Baseline known = isMissing ? Baseline.EMPTY : read();
        Baseline all = known.plus(Baseline.of(findings));
        if (isMissing || !all.equals(known)) {
            replace(BaselineText.write(all));
        }
        return all;
    }

    private void replace(String text) throws IOException {
        if (Files.exists(file) && !Files.isWritable(file)) {
            // A move would not mind.
            throw new AccessDeniedException(file.toString());
        }
        Path aside = beside(".tmp");
        try {
            disk.write(aside, text.getBytes(StandardCharsets.UTF_8));
            moveFrom(aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void moveFrom(Path aside) throws IOException {
        // Through a link, and not in its place.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        try {
            disk.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            disk.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
