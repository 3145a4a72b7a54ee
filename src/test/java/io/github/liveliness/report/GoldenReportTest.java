package io.github.liveliness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.liveliness.model.Stall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports as a reader gets them, one for each pattern of stall; the approved texts lie beside, as resources. */
class GoldenReportTest {

    private static final Optional<String> LOCATION = Optional.of("target/liveliness/OrderServiceTest-1.txt");

    @ParameterizedTest(name = "{0}")
    @MethodSource("stalls")
    void aHeadReadsAsApproved(String name, Stall stall) {
        assertThat(TextReport.head(stall, List.of(), LOCATION) + "\n").isEqualTo(approved(name));
    }

    @Test
    void aFullReportReadsAsApproved() {
        String dump = "\"main\" #1 WAITING\n      java.base/java.lang.Object.wait(Native Method)\n";

        assertThat(TextReport.full(Stalls.nestedGetWithExperiment(), List.of(), dump))
                .isEqualTo(approved("full"));
    }

    static Stream<Arguments> stalls() {
        return Stream.of(
                arguments("nested-get", Stalls.nestedGetWithExperiment()),
                arguments("completable-future", Stalls.completableFuture()),
                arguments("across-pools", Stalls.acrossPools()),
                arguments("lock-cycle", Stalls.lockCycle()),
                arguments("timed-latch", Stalls.timedLatch()),
                arguments("suspected", Stalls.suspectedWithMovers()),
                arguments("abandoned", Stalls.abandoned()),
                arguments("abandoned-by-feeder", Stalls.abandonedByFeeder()),
                arguments("two-hundred-threads", Stalls.nestedGet(200).build()));
    }

    private static String approved(String name) {
        try (InputStream text = GoldenReportTest.class.getResourceAsStream(name + ".txt")) {
            assertThat(text).as("approved text of " + name).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
