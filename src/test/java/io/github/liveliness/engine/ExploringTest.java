package io.github.liveliness.engine;

import static io.github.liveliness.engine.SettingsTest.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.explore.Budget;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Shard;
import io.github.liveliness.explore.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploringTest {

    @Test
    void whatNobodySetsHasItsDefault() {
        assertThat(Exploring.read(sources(Map.of(), Map.of(), Map.of())))
                .isEqualTo(new Exploring(
                        new Plan(Strategy.STALL_DIRECTED, 0, Shard.WHOLE, new Budget(100, Duration.ofSeconds(30))),
                        Points.SYNCHRONIZATION,
                        Optional.empty(),
                        AgentMode.AUTO,
                        Path.of("target/liveliness")));
    }

    @Test
    void everySettingIsReadFromItsKey() {
        Map<String, String> properties = Map.of(
                "liveliness.explore.schedules", "1_000_000",
                "liveliness.explore.strategy", "Exhaustive",
                "liveliness.explore.seed", "-7",
                "liveliness.explore.within", "5 m",
                "liveliness.explore.points", "memory",
                "liveliness.explore.replay", "L1_abc",
                "liveliness.explore.shard", "3 / 8",
                "liveliness.agent", "required",
                "liveliness.output", "build");

        assertThat(Exploring.read(sources(properties, Map.of(), Map.of())))
                .isEqualTo(new Exploring(
                        new Plan(
                                Strategy.EXHAUSTIVE, -7, new Shard(3, 8), new Budget(1_000_000, Duration.ofMinutes(5))),
                        Points.MEMORY,
                        Optional.of("L1_abc"),
                        AgentMode.REQUIRED,
                        Path.of("build")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "liveliness.explore.schedules | 0 | it is less than 1. Try \"100\".",
                "liveliness.explore.schedules | many | it is not a whole number. Try \"100\".",
                "liveliness.explore.schedules | 99999999999999999999 | it is not a whole number. Try \"100\".",
                "liveliness.explore.strategy | rndom | there is no such choice. Did you mean \"random\"?",
                "liveliness.explore.points | all | there is no such choice. Try \"synchronization\" or \"memory\".",
                "liveliness.explore.shard | 3 | it is not one number of another. Try \"1/8\" on the first of eight machines.",
                "liveliness.explore.shard | 9/8 | parts are counted from 1 to 8. Try \"1/8\" on the first machine.",
                "liveliness.explore.shard | 0/8 | parts are counted from 1 to 8. Try \"1/8\" on the first machine.",
                "liveliness.explore.within | 0 s | a duration is longer than zero. Try \"30 s\"."
            })
    void aWrongValueSaysWhyAndSuggestsARightOne(String key, String value, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Exploring.read(sources(Map.of(key, value), Map.of(), Map.of())))
                .withMessage("-D" + key + "=" + value + " is wrong: " + message);
    }
}
