package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartOnAnyExecutorTest {

    @ParameterizedTest
    @EnumSource
    void aHealthyExecutorReportsAgainAndAgain(Kind kind) throws InterruptedException {
        ExecutorService executor = kind.create();
        try (LivelinessMonitor monitor = LivelinessMonitor.start(executor)) {
            assertThatItBeats(monitor);
        } finally {
            assertThatItShutsDown(executor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHealthyExecutorReportsContinuouslyOnRequest(Kind kind) throws InterruptedException {
        ExecutorService executor = kind.create();
        try (LivelinessMonitor monitor = LivelinessMonitor.start(executor, Pace.continuous())) {
            assertThatItBeats(monitor);
        } finally {
            assertThatItShutsDown(executor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExecutorThatIsShutDownEndsTheBeat(Kind kind) {
        ExecutorService executor = kind.create();
        LivelinessMonitor monitor = LivelinessMonitor.start(executor);

        executor.shutdown();

        await().until(() -> monitor.state() == BeatState.ENDED);
        assertThat(monitor.isBeating()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FIXED", "SINGLE", "SCHEDULED", "FORK_JOIN"})
    void anExecutorWhoseThreadsAllWaitOwesABeat(Kind kind) throws InterruptedException {
        ExecutorService executor = kind.create();
        CountDownLatch release = new CountDownLatch(1);
        try (LivelinessMonitor monitor = LivelinessMonitor.start(executor)) {
            for (int task = 0; task < Kind.MOST_THREADS; task++) {
                executor.execute(() -> awaitQuietly(release));
            }
            await().until(() -> monitor.overdue().toMillis() >= 300);

            release.countDown();

            await().until(() -> monitor.overdue().toMillis() < 300);
        } finally {
            release.countDown();
            assertThatItShutsDown(executor);
        }
    }

    @Test
    void theCommonPoolReportsToo() {
        try (LivelinessMonitor monitor = LivelinessMonitor.start(ForkJoinPool.commonPool())) {
            assertThatItBeats(monitor);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsReportToo() throws ReflectiveOperationException, InterruptedException {
        ExecutorService executor = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try (LivelinessMonitor monitor = LivelinessMonitor.start(executor)) {
            assertThatItBeats(monitor);
        } finally {
            assertThatItShutsDown(executor);
        }
    }

    private static void assertThatItBeats(LivelinessMonitor monitor) {
        for (int beat = 0; beat < 3; beat++) {
            Instant before = monitor.latestReport();
            await().until(() -> monitor.latestReport().isAfter(before.plusMillis(1)));
        }
        assertThat(monitor.isBeating()).isTrue();
    }

    private static void assertThatItShutsDown(ExecutorService executor) throws InterruptedException {
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    enum Kind {
        FIXED {
            @Override
            ExecutorService create() {
                return Executors.newFixedThreadPool(MOST_THREADS);
            }
        },
        SINGLE {
            @Override
            ExecutorService create() {
                return Executors.newSingleThreadExecutor();
            }
        },
        CACHED {
            @Override
            ExecutorService create() {
                return Executors.newCachedThreadPool();
            }
        },
        SCHEDULED {
            @Override
            ExecutorService create() {
                return Executors.newScheduledThreadPool(MOST_THREADS);
            }
        },
        FORK_JOIN {
            @Override
            ExecutorService create() {
                return new ForkJoinPool(MOST_THREADS);
            }
        };

        static final int MOST_THREADS = 4;

        abstract ExecutorService create();
    }
}
