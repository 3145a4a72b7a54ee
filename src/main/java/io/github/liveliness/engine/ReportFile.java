package io.github.liveliness.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * A report that has been written.
 *
 * @param path where it stands
 */
@API(status = API.Status.INTERNAL)
public record ReportFile(Path path) {

    /**
     * Adds to its end.
     *
     * @param console is told if that fails: it costs the words in the file, never the test's outcome
     */
    public void add(String words, Consumer<String> console) {
        try {
            Files.writeString(path, "\n\n" + words + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException e) {
            console.accept("Liveliness could not add to its report " + path + ": " + e);
        }
    }
}
