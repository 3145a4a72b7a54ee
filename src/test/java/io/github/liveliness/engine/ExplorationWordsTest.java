package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Budget;
import io.github.liveliness.explore.Coverage;
import io.github.liveliness.explore.Decisions;
import io.github.liveliness.explore.Ending;
import io.github.liveliness.explore.Exploration.Found;
import io.github.liveliness.explore.Exploration.NothingFound;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Replays;
import io.github.liveliness.explore.Run;
import io.github.liveliness.explore.Schedule;
import io.github.liveliness.explore.Shard;
import io.github.liveliness.explore.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    @Test
    void whatDoesNotReplayAndWhoMayHaveHadAHandAreSaid() {
        assertThat(found(Optional.of("poller"), new Replays(7, 10, Optional.of("replay passed"))))
                .containsExactly(
                        "Found by schedule 3 of 100 (pos, seed 7). It takes no switch between threads.",
                        "It failed in 7 of 10 replays, so something in it is not under control: another replay passed.",
                        "The thread 'poller', which this test did not start and nobody controls, may have had a hand in it. Run"
                                + " this test alone to see whether it fails without that thread.",
                        "Run it again with",
                        "  @Explore(replay = \"L1_abc\")",
                        "  -Dliveliness.explore.replay=L1_abc");
        assertThat(found(Optional.empty(), new Replays(10, 10, Optional.empty())))
                .contains("It failed in 10 of 10 replays.")
                .noneMatch(line -> line.startsWith("The thread"));
    }

    @Test
    void fewerReplaysThanTenAreSaidToBeFew() {
        assertThat(found(Optional.empty(), new Replays(3, 3, Optional.empty())))
                .contains("It failed in 3 of 3 replays, and there was no time for more.");
    }

    private static List<String> found(Optional<String> outsider, Replays replays) {
        Run failing =
                new Run(new Ending.Failed("wrong", new AssertionError("wrong")), Decisions.NONE, 0, false, outsider);
        return ExplorationWords.found(
                new Found(3, 2, failing, Schedule.UNDISTURBED, 0, replays),
                new Plan(Strategy.POS, 7, Shard.WHOLE, new Budget(100, Duration.ofSeconds(30))),
                new ExploredTest.Name("an id", "a test", Optional.empty()),
                "L1_abc");
    }

    private static String words(Strategy strategy, Shard shard, NothingFound nothing) {
        return ExplorationWords.nothingFound(
                nothing, new Plan(strategy, 7, shard, new Budget(100, Duration.ofSeconds(30))));
    }
}
