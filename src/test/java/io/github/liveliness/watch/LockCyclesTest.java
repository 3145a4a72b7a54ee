package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.ThreadId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is a cycle among the threads that the JVM calls deadlocked. */
class LockCyclesTest {

    @Test
    void aCycleIsTheJvmsWord() {
        assertThat(cycles(waits(1, 2), waits(2, 3), waits(3, 1))).isEqualTo(map(waits(1, 2), waits(2, 3), waits(3, 1)));
    }

    @Test
    void cyclesStayApart() {
        assertThat(cycles(waits(1, 2), waits(2, 1), waits(3, 4), waits(4, 3)))
                .isEqualTo(map(waits(1, 2), waits(2, 1), waits(3, 4), waits(4, 3)));
    }

    @Test
    void whoeverIsBlockedBehindACycleIsNotInIt() {
        assertThat(cycles(waits(1, 2), waits(2, 1), waits(3, 1), waits(4, 3), waits(5, 3)))
                .isEqualTo(map(waits(1, 2), waits(2, 1)));
    }

    @Test
    void aCycleWithoutOneOfItsThreadsIsNone() {
        assertThat(cycles(waits(1, 2), waits(2, 3), waits(4, 5), waits(5, 4))).isEqualTo(map(waits(4, 5), waits(5, 4)));
    }

    @Test
    void whatTheJvmSaysOnlyOnceIsNoCycle() {
        Iterator<Map<ThreadId, ThreadId>> reports = List.of(
                        map(waits(1, 2), waits(2, 1), waits(3, 4), waits(4, 3)),
                        map(waits(1, 2), waits(2, 1), waits(3, 5), waits(5, 3)))
                .iterator();

        assertThat(LockCycles.owners(reports::next)).isEqualTo(map(waits(1, 2), waits(2, 1)));
    }

    @Test
    void theJvmIsAskedOnceWhereThereIsNothing() {
        Iterator<Map<ThreadId, ThreadId>> reports =
                List.of(Map.<ThreadId, ThreadId>of()).iterator();

        assertThat(LockCycles.owners(reports::next)).isEmpty();
    }

    private record Wait(ThreadId waiter, ThreadId owner) {}

    private static Wait waits(long waiter, long owner) {
        return new Wait(new ThreadId(waiter), new ThreadId(owner));
    }

    private static Map<ThreadId, ThreadId> cycles(Wait... reported) {
        return LockCycles.owners(() -> map(reported));
    }

    private static Map<ThreadId, ThreadId> map(Wait... waits) {
        Map<ThreadId, ThreadId> owners = new HashMap<>();
        List.of(waits).forEach(wait -> owners.put(wait.waiter(), wait.owner()));
        return owners;
    }
}
