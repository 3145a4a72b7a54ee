package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnershipTest {
    private final ExecutorBuilder pool = new SnapshotBuilder().pool("pool", 2);

    @Test
    void aFixedPoolIsClosed() {
        assertThat(Ownership.isClosedPool(new ExecutorNode(pool.build()))).isTrue();
    }

    @Test
    void aPoolThatMayGrowIsNotClosed() {
        assertThat(Ownership.isClosedPool(new ExecutorNode(pool.growing().build())))
                .isFalse();
    }

    @Test
    void aPoolThatGrowsWhenItsQueueOverflowsIsNotClosed() {
        assertThat(Ownership.isClosedPool(
                        new ExecutorNode(pool.growingOnOverflow().build())))
                .isFalse();
    }
}
