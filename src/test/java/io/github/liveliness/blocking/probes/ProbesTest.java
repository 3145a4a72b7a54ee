package io.github.liveliness.blocking.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.liveliness.blocking.probes.ProbeRoom.Run;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProbesTest {
    /** Of these the JVM measures how long they wait. */
    private static final Set<String> MEASURED = Set.of(SleepProbes.GROUP, MonitorProbes.GROUP, ParkProbes.GROUP);

    private static final Duration THRESHOLD = Duration.ofMillis(1);

    @BeforeAll
    static void measureWaits() {
        ManagementFactory.getThreadMXBean().setThreadContentionMonitoringEnabled(true);
    }

    @AfterAll
    static void measureNoMore() {
        ManagementFactory.getThreadMXBean().setThreadContentionMonitoringEnabled(false);
    }

    @TestFactory
    Stream<DynamicTest> eachRunsAndWaitsIfItSaysSo() {
        return Probes.all().stream()
                .filter(Probe::isAvailable)
                .map(probe -> dynamicTest(probe.name(), () -> assertThatItWaits(probe, run(probe))));
    }

    private static Run run(Probe probe) throws Exception {
        ExecutorService pool = Probes.executorFor(probe);
        try {
            return ProbeRoom.run(probe, pool);
        } finally {
            pool.shutdown();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> pool.awaitTermination(0, TimeUnit.SECONDS)
                            && ownThreads().isEmpty());
        }
    }

    private static List<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("probe"))
                .toList();
    }

    /** A wait that is over before it counts shows nothing of a detector that passes it over. */
    private static void assertThatItWaits(Probe probe, Run run) {
        if (probe.expectation() == Expectation.DOES_NOT_BLOCK) {
            return;
        }
        assertThat(run.waitsNotEnded()).isZero();
        if (run.waitsToEnd() > 0) {
            assertThat(run.duration()).isGreaterThan(THRESHOLD);
        }
        if (isMeasured(probe)) {
            assertThat(run.waited()).isGreaterThan(THRESHOLD);
        }
    }

    /** Threads that wait for a class are left out of what the JVM measures. */
    private static boolean isMeasured(Probe probe) {
        return MEASURED.contains(probe.group()) && !probe.isNamedBy("class initialisation");
    }

    @Test
    void noTwoHaveTheSameName() {
        assertThat(Probes.all()).extracting(Probe::name).doesNotHaveDuplicates();
    }

    @Test
    void thereAreEnoughOfThemForAShareToMeanSomething() {
        List<Probe> here = Probes.all().stream().filter(Probe::isAvailable).toList();

        assertThat(here).hasSizeGreaterThanOrEqualTo(150);
        assertThat(here)
                .filteredOn(probe -> probe.expectation() == Expectation.DOES_NOT_BLOCK)
                .hasSizeGreaterThanOrEqualTo(40);
    }
}
