package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionTest {

    @Test
    void aSilenceGetsManyLooksAtFirstAndFewLater() {
        List<Integer> due =
                IntStream.rangeClosed(0, 200).filter(Attention::due).boxed().toList();

        assertThat(due).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 192);
    }

    @Test
    void aWaitIsCountedWhileItIsTheSame() {
        WaitCounter counter = new WaitCounter();

        assertThat(counter.count(7)).isZero();
        assertThat(counter.count(7)).isEqualTo(1);
        assertThat(counter.count(7)).isEqualTo(2);
        assertThat(counter.count(8)).as("another wait").isZero();
        assertThat(counter.count(0)).as("no wait").isZero();
        assertThat(counter.count(0)).isZero();
    }

    @Test
    void looksTakeAShareOfTheTimeAndNeverStopForLong() {
        LookBudget budget = new LookBudget();
        assertThat(budget.allows(0)).isTrue();

        budget.spent(0, 1_000_000);
        assertThat(budget.allows(10_999_999)).isFalse();
        assertThat(budget.allows(11_000_000)).isTrue();

        budget.spent(0, 1_000_000_000);
        assertThat(budget.allows(1_200_000_000))
                .as("after a look that took a second")
                .isTrue();
    }
}
