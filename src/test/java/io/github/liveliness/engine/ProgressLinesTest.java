package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    @Test
    void aLongExplorationIsToldOfNowAndThen() {
        AtomicLong now = new AtomicLong();
        List<String> console = new ArrayList<>();
        ProgressLines progress = new ProgressLines(
                "OrdersTest.places()", new Budget(5_000, Duration.ofMinutes(1)), now::get, console::add);

        for (long schedule = 1; schedule <= 1_200; schedule++) {
            now.addAndGet(Duration.ofMillis(10).toNanos());
            progress.accept(schedule);
        }

        assertThat(console)
                .containsExactly(
                        "Liveliness explores OrdersTest.places(): 500 of 5,000 schedules in 5 s, of 60 s at most.",
                        "Liveliness explores OrdersTest.places(): 1,000 of 5,000 schedules in 10 s, of 60 s at most.");
    }

    @Test
    void aShortOneIsNot() {
        List<String> console = new ArrayList<>();
        new ProgressLines("OrdersTest.places()", new Budget(5, Duration.ofMinutes(1)), () -> 0, console::add).accept(5);

        assertThat(console).isEmpty();
    }
}
