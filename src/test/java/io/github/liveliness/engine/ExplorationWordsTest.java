package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Budget;
import io.github.liveliness.explore.Coverage;
import io.github.liveliness.explore.Exploration.NothingFound;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Shard;
import io.github.liveliness.explore.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExplorationWordsTest {

    @Test
    void whatPassesIsSaid() {
        assertThat(words(Strategy.POS, Shard.WHOLE, new NothingFound(100, 0, new Coverage.Sampled())))
                .isEqualTo("100 schedules pass (pos, seed 7).");
        assertThat(words(Strategy.POS, new Shard(3, 8), new NothingFound(13, 0, new Coverage.Sampled())))
                .isEqualTo("13 schedules of part 3 of 8 pass (pos, seed 7).");
        assertThat(words(Strategy.EXHAUSTIVE, Shard.WHOLE, new NothingFound(100, 0, new Coverage.UpTo(1))))
                .isEqualTo("All schedules with up to 1 preemption pass; 100 were run.");
        assertThat(words(Strategy.EXHAUSTIVE, new Shard(1, 2), new NothingFound(9, 0, new Coverage.UpTo(2))))
                .isEqualTo("All schedules of part 1 of 2 with up to 2 preemptions pass; 9 were run.");
        assertThat(words(Strategy.EXHAUSTIVE, Shard.WHOLE, new NothingFound(20, 0, new Coverage.Everything())))
                .isEqualTo("All schedules pass, 20 of them.");
        assertThat(words(Strategy.EXHAUSTIVE, Shard.WHOLE, new NothingFound(20, 3, new Coverage.Sampled())))
                .isEqualTo("20 schedules pass (exhaustive). 3 of them were cut short, for they let one thread ask again"
                        + " and again.");
    }

    private static String words(Strategy strategy, Shard shard, NothingFound nothing) {
        return ExplorationWords.nothingFound(
                nothing, new Plan(strategy, 7, shard, new Budget(100, Duration.ofSeconds(30))));
    }
}
