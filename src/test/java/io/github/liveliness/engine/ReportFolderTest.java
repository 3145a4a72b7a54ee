package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    private final List<String> console = new ArrayList<>();
    private final ReportFolder reports = new ReportFolder(4711, console::add);

    @TempDir
    Path folder;

    @Test
    void writesIntoAFolderThatDoesNotExistYet() throws IOException {
        Path file = reports.file(folder.resolve("a/b"), "OrderServiceTest.places()");

        assertThat(reports.write(file, "é")).contains(file);
        assertThat(file).hasContent("é");
        assertThat(console).isEmpty();
    }

    @Test
    void noTwoReportsShareAFile() {
        Path first = reports.file(folder, "T.t()");
        Path second = reports.file(folder, "T.t()");
        Path ofAnotherFork = new ReportFolder(4712, console::add).file(folder, "T.t()");

        assertThat(List.of(first, second, ofAnotherFork)).doesNotHaveDuplicates();
    }

    @Test
    void anyTestNameMakesAFileName() {
        String name = "T.t() [1: ../..\\ \"ü\" " + "x".repeat(300) + "]";

        Path file = reports.file(folder, name);

        assertThat(file.getParent()).isEqualTo(folder);
        assertThat(file.getFileName().toString()).hasSizeLessThan(140).matches("[A-Za-z0-9._-]+");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOnceAndNoMore() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("occupied"), "");
        Path file = reports.file(notAFolder, "T.t()");

        assertThat(reports.write(file, "text")).isEmpty();
        assertThat(reports.write(reports.file(notAFolder, "T.other()"), "text")).isEmpty();
        assertThat(console).singleElement().asString().contains(file.toString()).contains("liveliness.output");
    }
}
