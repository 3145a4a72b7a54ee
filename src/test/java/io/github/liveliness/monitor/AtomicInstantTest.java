package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtomicInstantTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandClock clock = new HandClock();
    private final AtomicInstant instant = new AtomicInstant(clock);

    @Test
    void beginsAsNow() {
        assertThat(instant.elapsed()).isZero();
        assertThat(instant.onWallClock()).isEqualTo(HandClock.NOON);
    }

    @Test
    void elapsedTimeGrowsUntilTheNextStore() {
        clock.advance(SECOND);
        assertThat(instant.elapsed()).isEqualTo(SECOND);

        instant.storeNow();
        assertThat(instant.elapsed()).isZero();
        assertThat(instant.onWallClock()).isEqualTo(HandClock.NOON.plus(SECOND));
    }

    @Test
    void aStoreThatComesLateMovesNothingBack() {
        clock.advance(SECOND.multipliedBy(2));
        instant.storeNow();

        clock.advance(SECOND.negated());
        instant.storeNow();

        clock.advance(SECOND.multipliedBy(4));
        assertThat(instant.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void elapsedTimeIsNeverNegative() {
        clock.advance(SECOND);
        instant.storeNow();

        clock.advance(SECOND.negated());

        assertThat(instant.elapsed()).isZero();
    }

    @Test
    void survivesTheWrapAroundOfTheClock() {
        HandClock wrapping = new HandClock(Long.MAX_VALUE - 1);
        AtomicInstant late = new AtomicInstant(wrapping);

        wrapping.advance(SECOND);
        assertThat(late.elapsed()).isEqualTo(SECOND);

        late.storeNow();
        wrapping.advance(SECOND);
        assertThat(late.elapsed()).isEqualTo(SECOND);
    }

    @Test
    void isSafeAtAnyAge() {
        Duration twoHundredYears = Duration.ofDays(365 * 200);

        clock.advance(twoHundredYears);

        assertThat(instant.elapsed()).isEqualTo(twoHundredYears);
        assertThat(instant.onWallClock()).isEqualTo(HandClock.NOON);
    }

    @Test
    void followsAWallClockThatWasPutRight() {
        clock.advance(SECOND);
        Instant nextDay = HandClock.NOON.plus(Duration.ofDays(1));
        clock.setWallClock(nextDay);

        assertThat(instant.onWallClock()).isEqualTo(nextDay.minus(SECOND));
    }

    @Test
    void noneOfManyThreadsThatStoreSeesItMoveBack() throws InterruptedException {
        TicketClock tickets = new TicketClock();
        AtomicInstant shared = new AtomicInstant(tickets);
        Callable<Long> stores = () -> IntStream.range(0, 500_000)
                .filter(i -> {
                    long before = tickets.readings.get();
                    shared.storeNow();
                    long elapsed = shared.elapsed().toNanos();
                    return elapsed > tickets.readings.get() - before;
                })
                .count();

        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            assertThat(pool.invokeAll(Collections.nCopies(4, stores)))
                    .extracting(Future::get)
                    .containsOnly(0L);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void neitherStoringNorReadingWaitsForALock() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        synchronized (instant) {
            new Thread(() -> {
                        instant.storeNow();
                        instant.elapsed();
                        instant.onWallClock();
                        done.countDown();
                    })
                    .start();
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** No two readings are the same. */
    private static final class TicketClock implements TimeSource {

        private final AtomicLong readings = new AtomicLong();

        @Override
        public long nanoTime() {
            return readings.getAndIncrement();
        }

        @Override
        public Instant wallClock() {
            return HandClock.NOON;
        }
    }
}
