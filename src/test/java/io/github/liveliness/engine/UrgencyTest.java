package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrgencyTest {
    private final Urgency urgency = new Urgency();

    @Test
    void nothingIsDueUntilAWorkerCalls() {
        assertThat(urgency.due(Long.MAX_VALUE)).isFalse();
        assertThat(urgency.nextCheck()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCallLeadsToAFewChecksEachLaterThanTheLast() {
        urgency.called(0);

        long now = 0;
        long gap = 0;
        int checks = 0;
        while (urgency.nextCheck() != Long.MAX_VALUE) {
            long next = urgency.nextCheck();
            assertThat(urgency.due(next - 1)).isFalse();
            assertThat(urgency.due(next)).isTrue();
            assertThat(next - now).isGreaterThan(gap);
            gap = next - now;
            now = next;
            urgency.checked(now, false);
            checks++;
        }
        assertThat(checks).isEqualTo(4);
    }

    @Test
    void aFindingEndsTheChecks() {
        urgency.called(0);
        urgency.checked(urgency.nextCheck(), true);

        assertThat(urgency.nextCheck()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void callsThatLeadToNothingAreAnsweredEverMoreSlowly() {
        long firstRest = restAfterFruitlessCall(0);
        long secondRest = restAfterFruitlessCall(1_000_000_000);

        assertThat(secondRest).isGreaterThan(firstRest);
    }

    private long restAfterFruitlessCall(long start) {
        urgency.called(start);
        long now = start;
        while (urgency.nextCheck() != Long.MAX_VALUE) {
            now = urgency.nextCheck();
            urgency.checked(now, false);
        }
        long rest = 0;
        while (urgency.nextCheck() == Long.MAX_VALUE) {
            rest += 10_000;
            urgency.called(now + rest);
        }
        while (urgency.nextCheck() != Long.MAX_VALUE) {
            urgency.checked(urgency.nextCheck(), false);
        }
        return rest;
    }
}
