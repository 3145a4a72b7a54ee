package io.github.liveliness.engine;

import static io.github.liveliness.engine.SettingsTest.sources;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsMessagesTest {

    private static final String NO_DURATION = "it is not a whole number with a unit of time (ns, μs, ms, s, m, h, d).";

    @Test
    void aWrongSystemPropertyIsQuotedAsWritten() {
        assertRefused(
                sources(Map.of("liveliness.after", "5 parsecs"), Map.of(), Map.of()),
                "-Dliveliness.after=5 parsecs is wrong: "
                        + "\"parsecs\" is not a unit of time (ns, μs, ms, s, m, h, d). Try \"5 s\".");
    }

    @Test
    void aWrongAttributeIsQuotedAsWritten() {
        assertRefused(
                sources(Map.of(), Map.of("liveliness.after", "5 parsecs"), Map.of()),
                "@DetectStalls(after = \"5 parsecs\") is wrong: "
                        + "\"parsecs\" is not a unit of time (ns, μs, ms, s, m, h, d). Try \"5 s\".");
    }

    @Test
    void aWrongConfigurationParameterIsQuotedAsWritten() {
        assertRefused(
                sources(Map.of(), Map.of(), Map.of("liveliness.after", "5 parsecs")),
                "liveliness.after = 5 parsecs in junit-platform.properties is wrong: "
                        + "\"parsecs\" is not a unit of time (ns, μs, ms, s, m, h, d). Try \"5 s\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "liveliness.after | '' | it is empty. Try \"30 s\".",
                "liveliness.after | ' ' | it is empty. Try \"30 s\".",
                "liveliness.after | -5 s | a duration is longer than zero. Did you mean \"5 s\"?",
                "liveliness.after | 0 ms | a duration is longer than zero. Try \"30 s\" or \"never\".",
                "liveliness.after | 0 | a duration is longer than zero. Try \"30 s\" or \"never\".",
                "liveliness.after | 9223372036854775808 ns | a duration is shorter than 292 years. Try \"30 s\" or \"never\".",
                "liveliness.after | 99999999999999999999999 d | a duration is shorter than 292 years. Try \"30 s\" or \"never\".",
                "liveliness.after | soon | " + NO_DURATION + " Try \"30 s\" or \"never\".",
                "liveliness.after | 1.5 s | " + NO_DURATION + " Try \"30 s\" or \"never\".",
                "liveliness.after | PT5S | " + NO_DURATION + " Try \"30 s\" or \"never\".",
                "liveliness.after | 5 min | \"min\" is not a unit of time (ns, μs, ms, s, m, h, d). Did you mean \"5 m\"?",
                "liveliness.after | 5 secs | \"secs\" is not a unit of time (ns, μs, ms, s, m, h, d). Did you mean \"5 s\"?",
                "liveliness.after | 5 millis | \"millis\" is not a unit of time (ns, μs, ms, s, m, h, d). Did you mean \"5 ms\"?",
                "liveliness.busy-after | '' | it is empty. Try \"never\".",
                "liveliness.busy-after | always | " + NO_DURATION + " Try \"30 s\" or \"never\".",
                "liveliness.busy-after | 0 s | a duration is longer than zero. Try \"30 s\" or \"never\".",
                "liveliness.mode | '' | it is empty. Try \"enabled\".",
                "liveliness.mode | disabeld | there is no such choice. Did you mean \"disabled\"?",
                "liveliness.mode | disabled-on-debug | there is no such choice. Did you mean \"disabled_on_debug\"?",
                "liveliness.mode | quiet | there is no such choice. Try \"enabled\" or \"disabled\" or \"disabled_on_debug\".",
                "liveliness.agent | of | there is no such choice. Did you mean \"off\"?",
                "liveliness.thread-mode | separate | there is no such choice. Try \"same_thread\" or \"separate_thread\".",
                "liveliness.thread-mode | sepparate_thread | there is no such choice. Did you mean \"separate_thread\"?",
                "liveliness.lend | yes | there is no such choice. Try \"true\" or \"false\".",
                "liveliness.lend | ture | there is no such choice. Did you mean \"true\"?",
                "liveliness.halt | fales | there is no such choice. Did you mean \"false\"?",
                "liveliness.output | '' | it is empty. Try \"target/liveliness\"."
            })
    void aWrongValueSaysWhyAndSuggestsARightOne(String key, String value, String message) {
        assertRefused(
                sources(Map.of(key, value), Map.of(), Map.of()), "-D" + key + "=" + value + " is wrong: " + message);
    }

    @Test
    void anOutputThatIsNoPathIsRefused() {
        assertRefused(
                sources(Map.of("liveliness.output", "a\0b"), Map.of(), Map.of()),
                "-Dliveliness.output=a\0b is wrong: it is not a path on this computer (Nul character not allowed). "
                        + "Try \"target/liveliness\".");
    }

    @ParameterizedTest
    @CsvSource({
        "liveliness.aftr, liveliness.after",
        "liveliness.AFTER, liveliness.after",
        "liveliness.busyAfter, liveliness.busy-after",
        "liveliness.threadMode, liveliness.thread-mode",
        "liveliness.outputs, liveliness.output",
        "liveliness.modus, liveliness.mode"
    })
    void aMisspeltKeyIsRefusedWhereverItIsWritten(String misspelt, String meant) {
        String message = " is wrong: there is no setting " + misspelt + ". Did you mean \"" + meant + "\"?";
        Map<String, String> written = Map.of(misspelt, "5 s");

        assertRefused(sources(written, Map.of(), Map.of()), "-D" + misspelt + "=5 s" + message);
        assertRefused(sources(Map.of(), Map.of(), written), misspelt + " = 5 s in junit-platform.properties" + message);
    }

    @Test
    void aKeyLikeNoOtherIsAnsweredWithAllThereAre() {
        assertRefused(sources(Map.of("liveliness.colour", "red"), Map.of(), Map.of()), """
                -Dliveliness.colour=red is wrong: there is no setting liveliness.colour. These exist, with their defaults:
                  liveliness.mode = enabled: whether stalls are looked for: enabled, disabled, or disabled_on_debug
                  liveliness.whole-suite = false: whether tests without the annotation are watched too; JUnit must detect extensions by itself, too
                  liveliness.agent = auto: whether the java agent finds the executors: auto, off, or required
                  liveliness.after = 30 s: after how long a stall that is neither proven nor likely fails the test, or never
                  liveliness.busy-after = never: after how long an executor that only burns processor time fails the test, or never
                  liveliness.thread-mode = same_thread: which thread runs a test body: same_thread, or separate_thread, which can be abandoned
                  liveliness.lend = true: whether a starved executor is lent threads, to end the test and to tell how many it needed
                  liveliness.halt = false: whether the JVM halts, with exit code 86, when nothing else ends a stuck test
                  liveliness.output = target/liveliness: the directory that reports are written to
                  liveliness.proof = heap: what a proof may rest on: heap, which dumps the live heap where it has to, or graph, which never does
                  liveliness.proof.max-heap = 256 MB: the largest live heap that is dumped for a proof
                  liveliness.abandoned.after = 1 s: after how long a wait of a test is put to the proof that nobody is left who could end it, or never
                  liveliness.blocking = report: what becomes of calls that block inside tasks of bounded executors: off, report, or fail
                  liveliness.blocking.threshold = 1 ms: how long a wait takes that counts as blocking; reading and writing always does
                  liveliness.blocking.virtual-threads = pinning: which calls count that block virtual threads: off, pinning, which are those that block the carrier, or all
                  liveliness.blocking.jfr = auto: whether the flight recorder is asked for contended monitors, too: on, off, or auto, where blocking fails tests and there is no agent
                  liveliness.blocking.allow = none: packages, classes and methods that may block, with commas between them, or none
                  liveliness.baseline = none: the file of blocking calls that are known, so that only new ones fail, or none
                  liveliness.baseline.write = false: whether the baseline takes in what is found
                  liveliness.explore.schedules = 100: how many schedules an explored test is run under, at most
                  liveliness.explore.strategy = stall_directed: how schedules are made: stall_directed, random, pct, pos, or exhaustive
                  liveliness.explore.seed = 0: what chance starts from: the same seed makes the same schedules
                  liveliness.explore.within = 30 s: how long an explored test goes on with further schedules
                  liveliness.explore.points = synchronization: where threads may be stopped: synchronization, or memory, which adds volatile and atomic accesses
                  liveliness.explore.replay = none: the token of the one schedule that is run again instead of others, or none
                  liveliness.explore.shard = 1/1: which part of the schedules is run here, as 3/8 on the third of eight machines
                  liveliness.explore.test = none: the test that is explored though it has no @Explore, as com.acme.OrderServiceTest#placesFourOrders, or none
                  liveliness.explore.on-stall = false: whether a test that has stalled is explored at once, so that its report has a token""");
    }

    @Test
    void ofSeveralUnknownKeysTheFirstOfTheAlphabetIsNamed() {
        assertRefused(
                sources(
                        Map.of("liveliness.lent", "1", "liveliness.aftr", "2", "liveliness.outptu", "3"),
                        Map.of(),
                        Map.of()),
                "-Dliveliness.aftr=2 is wrong: there is no setting liveliness.aftr. Did you mean \"liveliness.after\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "liveliness.internal.anything",
                "liveliness.jar",
                "liveliness.version",
                "livelinessaftr",
                "java.version"
            })
    void keysThatAreNotUsersSettingsDoNoHarm(String key) {
        assertThatCode(() -> Settings.read(sources(Map.of(key, "5 parsecs"), Map.of(), Map.of(key, ""))))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(SettingsSources sources, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.read(sources))
                .withMessage(message);
    }
}
