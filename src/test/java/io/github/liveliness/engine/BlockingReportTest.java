package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.blocking.Finding;
import io.github.liveliness.blocking.Findings;
import io.github.liveliness.model.BlockingCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockingReportTest {

    @TempDir
    private Path folder;

    private final List<String> console = new ArrayList<>();
    private final BlockingReport report = new BlockingReport(new ReportFolder(4711, console::add));

    @Test
    void tellsEachPlaceOnceWithItsFirstTest() throws IOException {
        report.add(folder, "PricesTest.first()", List.of(reads("price")));
        report.add(folder, "PricesTest.second()", List.of(reads("price"), reads("reload")));

        assertThat(onlyFile())
                .containsOnlyOnce("Prices.price(Prices.java:1)")
                .containsOnlyOnce("Prices.reload(Prices.java:1)")
                .containsSubsequence(
                        "In PricesTest.first()", "Prices.price", "In PricesTest.second()", "Prices.reload");
    }

    @Test
    void saysWhereItStands() throws IOException {
        report.add(folder, "PricesTest.first()", List.of(reads("price"), reads("reload")));

        assertThat(report.atTheEnd())
                .hasValue("Liveliness saw tasks of bounded executors block at 2 places. See " + files().get(0) + ".");
    }

    @Test
    void saysItOnce() {
        report.add(folder, "PricesTest.first()", List.of(reads("price")));

        assertThat(report.atTheEnd()).isPresent();
        assertThat(report.atTheEnd()).isEmpty();
    }

    @Test
    void saysNothingWhereNothingBlocked() {
        assertThat(report.atTheEnd()).isEmpty();
    }

    @Test
    void namesNoFileThatCouldNotBeWritten() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("taken"));

        report.add(noFolder, "PricesTest.first()", List.of(reads("price")));

        assertThat(report.atTheEnd()).isEmpty();
        assertThat(console).singleElement().asString().contains("could not write its report");
    }

    private String onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return Files.readString(files().get(0));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static Finding reads(String method) {
        return Findings.group(List.of(new BlockingCall(
                        BlockingCall.Kind.FILE,
                        "Files.readString",
                        Duration.ofMillis(2),
                        true,
                        List.of(new StackTraceElement("com.acme.Prices", method, "Prices.java", 1)),
                        "orders",
                        Optional.empty(),
                        "PricesTest")))
                .get(0);
    }
}
