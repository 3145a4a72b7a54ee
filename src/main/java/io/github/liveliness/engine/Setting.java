package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.blocking.VirtualThreads;
import io.github.liveliness.engine.SettingSyntax.Reading;
import io.github.liveliness.engine.Settings.Mode;
import io.github.liveliness.engine.Settings.ThreadMode;
import io.github.liveliness.engine.SettingsSources.Written;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Shard;
import io.github.liveliness.explore.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One thing that users can set: the table of all of them is {@link #ALL}.
 *
 * @param <T> the type of its values
 */
@API(status = API.Status.INTERNAL)
public final class Setting<T> {

    public static final Setting<Mode> MODE = new Setting<>(
            "liveliness.mode",
            "enabled",
            "whether stalls are looked for: enabled, disabled, or disabled_on_debug",
            ChoiceSyntax.of(Mode.class));

    public static final Setting<AgentMode> AGENT = new Setting<>(
            "liveliness.agent",
            "auto",
            "whether the java agent finds the executors: auto, off, or required",
            ChoiceSyntax.of(AgentMode.class));

    public static final Setting<Boolean> WHOLE_SUITE = new Setting<>(
            "liveliness.whole-suite",
            "false",
            "whether tests without the annotation are watched too; JUnit must detect extensions by itself, too",
            ChoiceSyntax.ofBoolean());

    public static final Setting<Optional<Duration>> AFTER = new Setting<>(
            "liveliness.after",
            "30 s",
            "after how long a stall that is neither proven nor likely fails the test, or never",
            OrNoneSyntax.orNever(new DurationSyntax("Try \"30 s\" or \"never\".")));

    public static final Setting<Optional<Duration>> BUSY_AFTER = new Setting<>(
            "liveliness.busy-after",
            "never",
            "after how long an executor that only burns processor time fails the test, or never",
            OrNoneSyntax.orNever(new DurationSyntax("Try \"30 s\" or \"never\".")));

    public static final Setting<ThreadMode> THREAD_MODE = new Setting<>(
            "liveliness.thread-mode",
            "same_thread",
            "which thread runs a test body: same_thread, or separate_thread, which can be abandoned",
            ChoiceSyntax.of(ThreadMode.class));

    public static final Setting<Boolean> LEND = new Setting<>(
            "liveliness.lend",
            "true",
            "whether a starved executor is lent threads, to end the test and to tell how many it needed",
            ChoiceSyntax.ofBoolean());

    public static final Setting<Boolean> HALT = new Setting<>(
            "liveliness.halt",
            "false",
            "whether the JVM halts, with exit code 86, when nothing else ends a stuck test",
            ChoiceSyntax.ofBoolean());

    public static final Setting<Path> OUTPUT = new Setting<>(
            "liveliness.output",
            "target/liveliness",
            "the directory that reports are written to",
            new PathSyntax("target/liveliness"));

    public static final Setting<Proving.By> PROOF = new Setting<>(
            "liveliness.proof",
            "heap",
            "what a proof may rest on: heap, which dumps the live heap where it has to, or graph, which never does",
            ChoiceSyntax.of(Proving.By.class));

    public static final Setting<Long> MAXIMAL_HEAP = new Setting<>(
            "liveliness.proof.max-heap",
            "256 MB",
            "the largest live heap that is dumped for a proof",
            new SizeSyntax());

    public static final Setting<Optional<Duration>> ABANDONED_AFTER = new Setting<>(
            "liveliness.abandoned.after",
            "1 s",
            "after how long a wait of a test is put to the proof that nobody is left who could end it, or never",
            OrNoneSyntax.orNever(new DurationSyntax("Try \"1 s\" or \"never\".")));

    public static final Setting<Blocking.Then> BLOCKING = new Setting<>(
            "liveliness.blocking",
            "report",
            "what becomes of calls that block inside tasks of bounded executors: off, report, or fail",
            ChoiceSyntax.of(Blocking.Then.class));

    public static final Setting<Duration> BLOCKING_THRESHOLD = new Setting<>(
            "liveliness.blocking.threshold",
            "1 ms",
            "how long a wait takes that counts as blocking; reading and writing always does",
            new DurationSyntax("Try \"1 ms\"."));

    public static final Setting<VirtualThreads> BLOCKING_VIRTUAL_THREADS = new Setting<>(
            "liveliness.blocking.virtual-threads",
            "pinning",
            "which calls count that block virtual threads: off, pinning, which are those that block the carrier, or all",
            ChoiceSyntax.of(VirtualThreads.class));

    public static final Setting<Blocking.FlightRecorder> BLOCKING_JFR = new Setting<>(
            "liveliness.blocking.jfr",
            "auto",
            "whether the flight recorder is asked for contended monitors, too: on, off, or auto, where blocking fails tests and"
                    + " there is no agent",
            ChoiceSyntax.of(Blocking.FlightRecorder.class));

    public static final Setting<Optional<String>> BLOCKING_ALLOW = new Setting<>(
            "liveliness.blocking.allow",
            "none",
            "packages, classes and methods that may block, with commas between them, or none",
            OrNoneSyntax.orNone(new TextSyntax()));

    public static final Setting<Optional<Path>> BASELINE = new Setting<>(
            "liveliness.baseline",
            "none",
            "the file of blocking calls that are known, so that only new ones fail, or none",
            OrNoneSyntax.orNone(new PathSyntax("src/test/blocking.txt")));

    public static final Setting<Boolean> BASELINE_WRITE = new Setting<>(
            "liveliness.baseline.write",
            "false",
            "whether the baseline takes in what is found",
            ChoiceSyntax.ofBoolean());

    public static final Setting<Long> EXPLORE_SCHEDULES = new Setting<>(
            "liveliness.explore.schedules",
            "100",
            "how many schedules an explored test is run under, at most",
            new NumberSyntax(1, "100"));

    public static final Setting<Strategy> EXPLORE_STRATEGY = new Setting<>(
            "liveliness.explore.strategy",
            "stall_directed",
            "how schedules are made: stall_directed, random, pct, pos, or exhaustive",
            ChoiceSyntax.of(Strategy.class));

    public static final Setting<Long> EXPLORE_SEED = new Setting<>(
            "liveliness.explore.seed",
            "0",
            "what chance starts from: the same seed makes the same schedules",
            new NumberSyntax(Long.MIN_VALUE, "0"));

    public static final Setting<Duration> EXPLORE_WITHIN = new Setting<>(
            "liveliness.explore.within",
            "30 s",
            "how long an explored test goes on with further schedules",
            new DurationSyntax("Try \"30 s\"."));

    public static final Setting<Points> EXPLORE_POINTS = new Setting<>(
            "liveliness.explore.points",
            "synchronization",
            "where threads may be stopped: synchronization, or memory, which adds volatile and atomic accesses",
            ChoiceSyntax.of(Points.class));

    public static final Setting<Optional<String>> EXPLORE_REPLAY = new Setting<>(
            "liveliness.explore.replay",
            "none",
            "the token of the one schedule that is run again instead of others, or none",
            OrNoneSyntax.orNone(new TextSyntax()));

    public static final Setting<Shard> EXPLORE_SHARD = new Setting<>(
            "liveliness.explore.shard",
            "1/1",
            "which part of the schedules is run here, as 3/8 on the third of eight machines",
            new ShardSyntax());

    public static final Setting<Optional<NamedTest>> EXPLORE_TEST = new Setting<>(
            "liveliness.explore.test",
            "none",
            "the test that is explored though it has no @Explore, as com.acme.OrderServiceTest#placesFourOrders, or none",
            OrNoneSyntax.orNone(new NamedTestSyntax()));

    public static final Setting<Boolean> EXPLORE_ON_STALL = new Setting<>(
            "liveliness.explore.on-stall",
            "false",
            "whether a test that has stalled is explored at once, so that its report has a token",
            ChoiceSyntax.ofBoolean());

    /** Every setting, in the order that documentation lists them. */
    public static final List<Setting<?>> ALL = List.of(
            MODE,
            WHOLE_SUITE,
            AGENT,
            AFTER,
            BUSY_AFTER,
            THREAD_MODE,
            LEND,
            HALT,
            OUTPUT,
            PROOF,
            MAXIMAL_HEAP,
            ABANDONED_AFTER,
            BLOCKING,
            BLOCKING_THRESHOLD,
            BLOCKING_VIRTUAL_THREADS,
            BLOCKING_JFR,
            BLOCKING_ALLOW,
            BASELINE,
            BASELINE_WRITE,
            EXPLORE_SCHEDULES,
            EXPLORE_STRATEGY,
            EXPLORE_SEED,
            EXPLORE_WITHIN,
            EXPLORE_POINTS,
            EXPLORE_REPLAY,
            EXPLORE_SHARD,
            EXPLORE_TEST,
            EXPLORE_ON_STALL);

    private final String key;
    private final String standard;
    private final String description;
    private final SettingSyntax<T> syntax;

    private Setting(String key, String standard, String description, SettingSyntax<T> syntax) {
        this.key = key;
        this.standard = standard;
        this.description = description;
        this.syntax = syntax;
    }

    /** Its name as a system property and as a JUnit configuration parameter. */
    public String key() {
        return key;
    }

    /** What it is when nobody sets it, as one would write it. */
    public String standard() {
        return standard;
    }

    /** What it decides, as half a sentence. */
    public String description() {
        return description;
    }

    T read(Written written) {
        String text = written.value().strip();
        Reading<T> reading =
                text.isEmpty() ? new Reading.Wrong<>("it is empty", "Try \"" + standard + "\".") : syntax.read(text);
        if (reading instanceof Reading.Wrong<T> wrong) {
            throw SettingsException.wrong(written.where(), wrong.why(), wrong.advice());
        }
        return ((Reading.Value<T>) reading).value();
    }
}
