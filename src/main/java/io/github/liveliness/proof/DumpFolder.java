package io.github.liveliness.proof;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folders in which dumps lie for the moment that they are needed: nobody else may read them, for they hold whatever the
 * tests hold. What a JVM left behind that did not end well is taken away by the next.
 */
final class DumpFolder {
    private static final String PREFIX = "liveliness-proof-";

    private final Path parent;
    private final long process;

    DumpFolder(Path parent, long process) {
        this.parent = parent;
        this.process = process;
    }

    static DumpFolder ofThisJvm() {
        return new DumpFolder(
                Path.of(System.getProperty("java.io.tmpdir")),
                ProcessHandle.current().pid());
    }

    Path parent() {
        return parent;
    }

    /** How many bytes are free there. */
    long space() throws IOException {
        FileStore store = Files.getFileStore(parent);
        return store.getUsableSpace();
    }

    /** A new folder for a dump. */
    Path make() throws IOException {
        boolean posix = Files.getFileStore(parent).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Path folder = Files.createTempDirectory(parent, PREFIX + process + '-', ownerOnly);
        // The JVM may end in the middle of a dump; what is named last goes first.
        folder.toFile().deleteOnExit();
        dumpIn(folder).toFile().deleteOnExit();
        return folder;
    }

    /** Where the dump of such a folder lies. */
    static Path dumpIn(Path folder) {
        return folder.resolve("live.hprof");
    }

    /** Takes a folder away, with what lies in it. */
    static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Takes away what JVMs left behind that have ended; what is not ours to take stays. */
    void sweep() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isRealFolder(folder)
                        && maker(folder)
                                .filter(pid -> ProcessHandle.of(pid).isEmpty())
                                .isPresent()) {
                    deleteIfAllowed(folder);
                }
            }
        }
    }

    /** Who plants a link here must not have us empty the folder that it leads to. */
    private static boolean isRealFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void deleteIfAllowed(Path folder) throws IOException {
        try {
            delete(folder);
        } catch (AccessDeniedException | NoSuchFileException | DirectoryNotEmptyException notOursToTake) {
            // Another user's, or taken away by another JVM just now, or more than a dump.
        }
    }

    private static Optional<Long> maker(Path folder) {
        String[] parts =
                folder.getFileName().toString().substring(PREFIX.length()).split("-", 2);
        return parts.length == 2 && parts[0].matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(parts[0]))
                : Optional.empty();
    }
}
