package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watcher's own thread, on runtimes that never run what they are given. */
class WatcherTest {

    private final Recorder recorder = new Recorder();
    private final WatcherBuilder builder = Watcher.builder()
            .period(Duration.ofMillis(10))
            .warnAfter(Duration.ofMillis(20))
            .giveUpAfter(Duration.ofMillis(40));
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final Remedy catchThread = stall -> thread.set(Thread.currentThread());
    private LivelinessMonitor stalled;

    @BeforeEach
    void stall() {
        stalled = LivelinessMonitor.start(new HandRuntime()).monitor();
    }

    @AfterEach
    void end() {
        stalled.close();
    }

    @Test
    void tellsOfAStallFromADaemonThreadOfTheLowestPriority() {
        try (Watcher watcher = builder.listener(recorder)
                .remedy(Duration.ofMillis(20), catchThread)
                .start()) {
            watcher.watch("pool", stalled);
            await().until(() -> recorder.lines().contains("pool: give up"));
        }

        assertThat(recorder.lines()).startsWith("pool: stall");
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(thread.get().getName()).isEqualTo("liveliness-watcher");
    }

    @Test
    void closingEndsTheThread() {
        Watcher watcher = builder.remedy(Duration.ofMillis(20), catchThread).start();
        watcher.watch("pool", stalled);
        await().until(() -> thread.get() != null);

        watcher.close();
        watcher.close();

        await().until(() -> !thread.get().isAlive());
        assertThatIllegalStateException()
                .isThrownBy(() -> watcher.watch("orders", stalled))
                .withMessage("Cannot watch orders: this watcher is closed. Start another with Watcher.builder().");
    }

    @Test
    void closingDoesNotWaitForALongPeriodToPass() {
        Set<Thread> before = watcherThreads();
        Watcher watcher = builder.period(Duration.ofDays(1)).start();
        Thread sleeper = watcherThreads().stream()
                .filter(candidate -> !before.contains(candidate))
                .findAny()
                .orElseThrow();
        await().until(() -> sleeper.getState() == Thread.State.TIMED_WAITING);

        watcher.close();

        await().until(() -> !sleeper.isAlive());
    }

    @Test
    void aListenerMayCloseItsOwnWatcher() {
        AtomicReference<Watcher> self = new AtomicReference<>();
        Watcher watcher = builder.remedy(Duration.ofMillis(20), catchThread)
                .listener(new StallListener() {
                    @Override
                    public void onGiveUp(StallEvent event) {
                        self.get().close();
                    }
                })
                .start();
        self.set(watcher);

        watcher.watch("pool", stalled);

        await().until(() -> thread.get() != null && !thread.get().isAlive());
    }

    @Test
    void outlivesListenersThatThrowAndReportsWhatTheyThrew() {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        AssertionError failure = new AssertionError("listener");
        builder.uncaughtExceptionHandler((thread, thrown) -> failures.add(thrown))
                .listener(new StallListener() {
                    @Override
                    public void onStall(StallEvent event) {
                        throw failure;
                    }
                })
                .remedy(Duration.ofMillis(40), catchThread);

        try (Watcher watcher = builder.start()) {
            watcher.watch("pool", stalled);
            await().until(() -> thread.get() != null);
        }

        assertThat(failures).containsExactly(failure);
    }

    @Test
    void aListenerThatLeavesTheInterruptFlagSetDoesNotMakeItSpin() {
        builder.period(Duration.ofMillis(10)).remedy(Duration.ofMillis(20), stall -> {
            thread.set(Thread.currentThread());
            Thread.currentThread().interrupt();
        });

        try (Watcher watcher = builder.start()) {
            watcher.watch("pool", stalled);
            await().until(() -> thread.get() != null);
            await().until(() -> !thread.get().isInterrupted());
        }
    }

    @Test
    void watchesSeveralRuntimes() {
        LivelinessMonitor other = LivelinessMonitor.start(new HandRuntime()).monitor();
        try (other;
                Watcher watcher = builder.listener(recorder).start()) {
            watcher.watch("pool", stalled);
            watcher.watch("other", other);

            await().until(() -> recorder.lines().containsAll(List.of("pool: stall", "other: stall")));
        }
    }

    private static Set<Thread> watcherThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(candidate -> candidate.getName().equals("liveliness-watcher"))
                .collect(Collectors.toSet());
    }
}
