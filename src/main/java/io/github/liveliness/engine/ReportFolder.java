package io.github.liveliness.engine;

import io.github.liveliness.watch.Hooked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where reports are written. File names carry the process and a number, so that parallel forks, repeated tests and class
 * loaders that have us once more never write to the same file.
 */
final class ReportFolder {
    private static final int LONGEST_NAME = 100;

    private final long process;
    private final Consumer<String> console;
    private final Set<Path> told = ConcurrentHashMap.newKeySet();

    ReportFolder(long process, Consumer<String> console) {
        this.process = process;
        this.console = console;
    }

    /** The file for a report about this test; it does not exist yet. */
    Path file(Path folder, String test) {
        String name = test.replaceAll("[^A-Za-z0-9._-]+", "_");
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return folder.resolve(cut + "-" + process + "-" + Hooked.newReport() + ".txt");
    }

    /** Writes a report; a folder that cannot be written costs the file, never the test's outcome. */
    Optional<Path> write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return Optional.of(file);
        } catch (IOException | RuntimeException e) {
            if (told.add(folder)) {
                console.accept("Liveliness could not write its report to " + file + " (" + e
                        + "). This report stands in the failure of its test, and so will others. Set liveliness.output to a"
                        + " folder that can be written.");
            }
            return Optional.empty();
        }
    }
}
