package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Deadlines;
import io.github.liveliness.agent.boot.Hooks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    /** The unit in which deadlines are kept. */
    private static final long GRAIN = 1L << 20;

    @Test
    void aThreadThatNeverParkedHasNoDeadline() {
        assertThat(Deadlines.remainingNanos(new Thread())).isEqualTo(Deadlines.UNKNOWN);
    }

    @Test
    void aTimedParkLeavesItsDeadline() throws InterruptedException {
        long wait = Duration.ofHours(1).toNanos();
        long before = System.nanoTime();

        Thread thread = ranIn(() -> Hooks.timedPark(wait));

        long remaining = Deadlines.remainingNanos(thread);
        assertThat(remaining).isBetween(wait - GRAIN - (System.nanoTime() - before), wait);
    }

    @Test
    void theLatestParkCounts() throws InterruptedException {
        Thread thread = ranIn(() -> {
            Hooks.timedPark(TimeUnit.HOURS.toNanos(1));
            Hooks.timedPark(TimeUnit.SECONDS.toNanos(1));
        });

        assertThat(Deadlines.remainingNanos(thread)).isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aDeadlineThatHasPassedIsBelowZero() throws InterruptedException {
        Thread thread = ranIn(() -> Hooks.timedPark(1));
        long until = System.nanoTime() + 2 * GRAIN;
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }

        assertThat(Deadlines.remainingNanos(thread)).isNegative();
    }

    @Test
    void aParkUntilADateLeavesItsDeadlineToo() throws InterruptedException {
        long wait = Duration.ofHours(1).toNanos();
        long before = System.nanoTime();

        Thread thread = ranIn(() -> Hooks.timedParkUntil(
                System.currentTimeMillis() + Duration.ofHours(1).toMillis()));

        long elapsed = System.nanoTime() - before;
        assertThat(Deadlines.remainingNanos(thread))
                .isBetween(wait - elapsed - TimeUnit.SECONDS.toNanos(1), wait + TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aParkWithoutEndIsDistant() throws InterruptedException {
        assertThat(Deadlines.remainingNanos(ranIn(() -> Hooks.timedPark(Long.MAX_VALUE))))
                .isEqualTo(Deadlines.DISTANT);
        assertThat(Deadlines.remainingNanos(ranIn(() -> Hooks.timedParkUntil(Long.MAX_VALUE))))
                .isEqualTo(Deadlines.DISTANT);
        assertThat(Deadlines.remainingNanos(ranIn(() -> Hooks.timedPark(TimeUnit.DAYS.toNanos(1_000)))))
                .isEqualTo(Deadlines.DISTANT);
    }

    @Test
    void aParkThatReturnsAtOnceLeavesNothing() throws InterruptedException {
        Thread thread = ranIn(() -> {
            Hooks.timedPark(0);
            Hooks.timedPark(-1);
            Hooks.timedParkUntil(0);
        });

        assertThat(Deadlines.remainingNanos(thread)).isEqualTo(Deadlines.UNKNOWN);
    }

    /** Each thread parks for its own number of hours; so many others are asked for that some share its slot. */
    @Test
    void noThreadIsGivenTheDeadlineOfAnother() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch parked = new CountDownLatch(3);
        List<Thread> parkers = IntStream.rangeClosed(1, 3)
                .mapToObj(hours -> new Thread(() -> {
                    do {
                        Hooks.timedPark(TimeUnit.HOURS.toNanos(hours));
                        parked.countDown();
                    } while (!done.get());
                }))
                .toList();
        parkers.forEach(Thread::start);
        parked.await();

        int mistaken = 0;
        for (int round = 0; round < 20_000; round++) {
            mistaken += Deadlines.remainingNanos(new Thread()) == Deadlines.UNKNOWN ? 0 : 1;
            for (int hours = 1; hours <= 3; hours++) {
                long remaining = Deadlines.remainingNanos(parkers.get(hours - 1));
                mistaken += remaining == Deadlines.UNKNOWN || hours(remaining) == hours ? 0 : 1;
            }
        }
        done.set(true);
        for (Thread parker : parkers) {
            parker.join();
        }

        assertThat(mistaken).isZero();
    }

    private static long hours(long nanos) {
        return Math.round((double) nanos / TimeUnit.HOURS.toNanos(1));
    }

    private static Thread ranIn(Runnable body) throws InterruptedException {
        Thread thread = new Thread(body);
        thread.start();
        thread.join();
        return thread;
    }
}
