package io.github.liveliness.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.proof.ThreadReading.Doing;
import io.github.liveliness.reach.LiveThreads;
import io.github.liveliness.reach.LiveThreads.Optimized;
import io.github.liveliness.testing.Pools;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThreadReadingTest {
    private static final Doing WAITS = new Doing(Thread.State.WAITING, 3, -1);

    @Test
    void whoWaitsAsBeforeIsStill() {
        assertThat(between(WAITS, new Doing(Thread.State.WAITING, 3, -1)).still())
                .containsExactly(7L);
    }

    @Test
    void whoBeganAnotherWaitHasMoved() {
        assertThat(between(WAITS, new Doing(Thread.State.WAITING, 4, -1)).still())
                .isEmpty();
    }

    @Test
    void whoDoesSomethingElseHasMoved() {
        assertThat(between(WAITS, new Doing(Thread.State.RUNNABLE, 3, -1)).still())
                .isEmpty();
        assertThat(between(WAITS, new Doing(Thread.State.WAITING, 3, 8)).still())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Thread.State.class,
            names = {"RUNNABLE", "TIMED_WAITING", "NEW", "TERMINATED"})
    void whoNeedsNobodyIsNeverStill(Thread.State state) {
        Doing doing = new Doing(state, 3, -1);

        assertThat(between(doing, doing).still()).isEmpty();
    }

    @Test
    void whoCameOrEndedMeanwhileIsNotStill() {
        ThreadReading one = new ThreadReading(Map.of(7L, WAITS));
        ThreadReading none = new ThreadReading(Map.of());

        assertThat(one.until(none, Optimized.NOTHING).still()).isEmpty();
        assertThat(none.until(one, Optimized.NOTHING).still()).isEmpty();
    }

    @Test
    void whoEntersAMonitorIsToldWithItsOwner() {
        Doing blocked = new Doing(Thread.State.BLOCKED, 3, 8);

        LiveThreads live = between(blocked, blocked);

        assertThat(live.still()).containsExactly(7L);
        assertThat(live.monitorOwners()).containsExactly(Map.entry(7L, 8L));
    }

    @Test
    void onlyMonitorsAndOnlyKnownOwnersAreTold() {
        Doing free = new Doing(Thread.State.BLOCKED, 3, -1);
        Doing waitsForLock = new Doing(Thread.State.WAITING, 3, 8);

        assertThat(between(free, free).monitorOwners()).isEmpty();
        assertThat(between(waitsForLock, waitsForLock).monitorOwners()).isEmpty();
    }

    @Test
    void whatRunsAsOptimizedCodeIsHandedOn() {
        Optimized optimized = new Optimized(Set.of("com.acme.Main.run"), 9);

        assertThat(new ThreadReading(Map.of())
                        .until(new ThreadReading(Map.of()), optimized)
                        .optimized())
                .isEqualTo(optimized);
    }

    @Test
    @SuppressWarnings("deprecation") // Thread.threadId() is newer than JDK 17
    void theRunningJvmIsRead() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread waiter = Pools.daemon(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                "waiter");
        waiter.start();
        await().until(() -> waiter.getState() == Thread.State.WAITING);
        ThreadReading before = ThreadReading.now();

        assertThat(before.until(ThreadReading.now(), Optimized.NOTHING).still())
                .contains(waiter.getId())
                .doesNotContain(Thread.currentThread().getId());

        end.countDown();
        waiter.join();
        assertThat(before.until(ThreadReading.now(), Optimized.NOTHING).still()).doesNotContain(waiter.getId());
    }

    private static LiveThreads between(Doing before, Doing after) {
        return new ThreadReading(Map.of(7L, before)).until(new ThreadReading(Map.of(7L, after)), Optimized.NOTHING);
    }
}
