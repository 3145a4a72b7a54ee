package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.blocking.VirtualThreads;
import io.github.liveliness.engine.Settings.Mode;
import io.github.liveliness.engine.Settings.ThreadMode;
import io.github.liveliness.engine.SettingsSources.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    /** Explored tests have settings of their own. */
    private static final int EXPLORING = 8;

    @Test
    void whatNobodySetsHasItsDefault() {
        assertThat(Settings.read(sources(Map.of(), Map.of(), Map.of())))
                .isEqualTo(new Settings(
                        Mode.ENABLED,
                        AgentMode.AUTO,
                        Optional.of(Duration.ofSeconds(30)),
                        Optional.empty(),
                        ThreadMode.SAME_THREAD,
                        true,
                        false,
                        Path.of("target/liveliness"),
                        new Proving(Proving.By.HEAP, 256L << 20, Optional.of(Duration.ofSeconds(1))),
                        new Blocking(
                                Blocking.Then.REPORT,
                                Duration.ofMillis(1),
                                VirtualThreads.PINNING,
                                Blocking.FlightRecorder.AUTO,
                                List.of(),
                                Optional.empty(),
                                false),
                        false));
    }

    @Test
    void everySettingIsReadFromItsKey() {
        Map<String, String> properties = Map.ofEntries(
                Map.entry("liveliness.mode", "disabled_on_debug"),
                Map.entry("liveliness.agent", "required"),
                Map.entry("liveliness.after", "2 m"),
                Map.entry("liveliness.busy-after", "10 s"),
                Map.entry("liveliness.thread-mode", "separate_thread"),
                Map.entry("liveliness.lend", "false"),
                Map.entry("liveliness.halt", "true"),
                Map.entry("liveliness.output", "build/stalls"),
                Map.entry("liveliness.proof", "heap"),
                Map.entry("liveliness.proof.max-heap", "1 GB"),
                Map.entry("liveliness.abandoned.after", "never"),
                Map.entry("liveliness.blocking", "fail"),
                Map.entry("liveliness.blocking.threshold", "5 ms"),
                Map.entry("liveliness.blocking.virtual-threads", "all"),
                Map.entry("liveliness.blocking.jfr", "on"),
                Map.entry("liveliness.blocking.allow", "com.acme.*"),
                Map.entry("liveliness.baseline", "src/test/blocking.txt"),
                Map.entry("liveliness.baseline.write", "true"),
                Map.entry("liveliness.explore.on-stall", "true"));

        assertThat(Settings.read(sources(properties, Map.of(), Map.of())))
                .isEqualTo(new Settings(
                        Mode.DISABLED_ON_DEBUG,
                        AgentMode.REQUIRED,
                        Optional.of(Duration.ofMinutes(2)),
                        Optional.of(Duration.ofSeconds(10)),
                        ThreadMode.SEPARATE_THREAD,
                        false,
                        true,
                        Path.of("build/stalls"),
                        new Proving(Proving.By.HEAP, 1L << 30, Optional.empty()),
                        new Blocking(
                                Blocking.Then.FAIL,
                                Duration.ofMillis(5),
                                VirtualThreads.ALL,
                                Blocking.FlightRecorder.ON,
                                List.of(AllowEntry.read("com.acme.*", "liveliness.blocking.allow = com.acme.*")),
                                Optional.of(Path.of("src/test/blocking.txt")),
                                true),
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "1 s, 2 s, 3 s, 1",
        "1 s, 2 s,    , 1",
        "1 s,    , 3 s, 1",
        "   , 2 s, 3 s, 2",
        "   , 2 s,    , 2",
        "   ,    , 3 s, 3",
        "   ,    ,    , 30"
    })
    void theStrongestSourceWins(String property, String attribute, String parameter, long seconds) {
        Settings settings = Settings.read(sources(after(property), after(attribute), after(parameter)));

        assertThat(settings.after()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void anOverriddenValueIsNotEvenRead() {
        Settings settings = Settings.read(sources(after("1 s"), after("5 parsecs"), Map.of()));

        assertThat(settings.after()).contains(Duration.ofSeconds(1));
    }

    @Test
    void capitalsDoNotMatter() {
        Map<String, String> properties = Map.of("liveliness.mode", "DISABLED", "liveliness.busy-after", "Never");

        Settings settings = Settings.read(sources(properties, Map.of(), Map.of()));

        assertThat(settings.mode()).isEqualTo(Mode.DISABLED);
        assertThat(settings.busyAfter()).isEmpty();
    }

    @Test
    void everyDefaultIsWrittenAsAUserWould() {
        assertThat(Setting.ALL)
                .contains(Setting.WHOLE_SUITE)
                .hasSize(Settings.class.getRecordComponents().length
                        + Proving.class.getRecordComponents().length
                        + Blocking.class.getRecordComponents().length
                        - 1
                        + EXPLORING)
                .allSatisfy(setting -> {
                    assertThat(setting.key()).matches("liveliness(\\.[a-z]+(-[a-z]+)*)+");
                    assertThat(setting.description()).isNotBlank().doesNotEndWith(".");
                    assertThat(setting.read(new Written(setting.standard(), "here")))
                            .isNotNull();
                });
    }

    private static Map<String, String> after(String value) {
        return value == null ? Map.of() : Map.of("liveliness.after", value);
    }

    static SettingsSources sources(
            Map<String, String> properties, Map<String, String> attributes, Map<String, String> parameters) {
        return new SettingsSources(
                properties,
                setting -> Optional.ofNullable(attributes.get(setting.key()))
                        .map(value -> Written.inAnnotation("DetectStalls", "after", value)),
                key -> Optional.ofNullable(parameters.get(key)),
                Set.copyOf(parameters.keySet()));
    }
}
