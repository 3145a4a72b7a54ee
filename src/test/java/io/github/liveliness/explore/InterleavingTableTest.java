package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.PointKind;
import io.github.liveliness.explore.Interleaving.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterleavingTableTest {

    @Test
    void threadsAreShownInTurnWithLinesOfUsersAlone() {
        assertThat(InterleavingTable.lines(new Interleaving(List.of(
                        step(0, "main", PointKind.SUBMIT, 10),
                        step(0, "main", PointKind.SUBMIT, 10),
                        step(0, "main", PointKind.CONTINUE, 11),
                        new Step(1, "orders-1", PointKind.TASK_BEGINS, Optional.empty()),
                        step(1, "orders-1", PointKind.LOCK, 20),
                        step(0, "main", PointKind.PARK, 12)))))
                .containsExactly(
                        "  main",
                        "      submits a task        at com.acme.Orders.place(Orders.java:10)",
                        "  orders-1",
                        "      takes a lock          at com.acme.Orders.place(Orders.java:20)",
                        "  main",
                        "      waits                 at com.acme.Orders.place(Orders.java:12)");
    }

    @Test
    void ofManyLinesTheLastAreShown() {
        List<Step> steps = new ArrayList<>();
        for (int line = 1; line <= 100; line++) {
            steps.add(step(0, "main", PointKind.LOCK, line));
        }

        assertThat(InterleavingTable.lines(new Interleaving(steps)))
                .hasSize(41)
                .startsWith("  (61 lines before)")
                .endsWith("      takes a lock          at com.acme.Orders.place(Orders.java:100)");
    }

    @Test
    void everyKindOfPointHasItsWords() {
        for (PointKind kind : PointKind.values()) {
            boolean shown = !InterleavingTable.lines(new Interleaving(List.of(step(0, "main", kind, 1))))
                    .isEmpty();
            assertThat(shown).as(kind.name()).isEqualTo(kind != PointKind.CONTINUE);
        }
    }

    private static Step step(int thread, String name, PointKind point, int line) {
        return new Step(
                thread,
                name,
                point,
                Optional.of(new StackTraceElement("com.acme.Orders", "place", "Orders.java", line)));
    }
}
