package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ShardTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void allShardsTogetherRunEachNumberOnce(Strategy strategy) {
        for (int of : new int[] {1, 2, 3, 8, 30}) {
            List<Long> numbers = new ArrayList<>();
            for (int number = 1; number <= of; number++) {
                numbers.addAll(numbers(strategy, new Shard(number, of)));
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, 25).boxed().toList());
        }
    }

    @Test
    void sharesSumUp() {
        for (int of = 1; of < 12; of++) {
            for (long items = 0; items < 40; items++) {
                long sum = 0;
                for (int number = 1; number <= of; number++) {
                    sum += new Shard(number, of).share(items);
                }
                assertThat(sum).isEqualTo(items);
            }
        }
    }

    @Test
    void thereIsNoNinthOfEight() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(9, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(0, 8));
    }

    private static List<Long> numbers(Strategy strategy, Shard shard) {
        Run undisturbed = ModelMachine.twoLocks().run(ScheduledDecider.undisturbed());
        Schedules schedules = Schedules.of(strategy, 1, shard, 25, undisturbed);
        List<Long> numbers = new ArrayList<>();
        Optional<Scheduled> next = schedules.next();
        while (next.isPresent()) {
            numbers.add(next.get().number());
            next = schedules.next();
        }
        return numbers;
    }
}
