package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BootClassesTest {

    private static final String SUFFIX = ".class";

    @Test
    void everyClassOfTheRoomIsPutOnTheBootPath() throws Exception {
        Path room = Path.of(BootClasses.class.getResource("boot/Hooks" + SUFFIX).toURI())
                .getParent();

        try (Stream<Path> files = Files.list(room)) {
            List<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("package-info"))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
            assertThat(BootClasses.NAMES).containsExactlyInAnyOrderElementsOf(classes);
        }
    }
}
