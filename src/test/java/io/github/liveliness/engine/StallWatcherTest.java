package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.blocking.OpenCalls;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.watch.Tick;
import io.github.liveliness.watch.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one thread that watches goes on, whatever a look throws. */
class StallWatcherTest {
    private final Watch watch = mock(Watch.class);
    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger ticks = new AtomicInteger();
    private final AtomicBoolean held = new AtomicBoolean();
    private final Body body = new Body(
            Scope.of("StallWatcherTest", List.of()),
            Given.settings(true, Path.of("target"), Given.byTheGraph()),
            new StallLog(),
            Set.of(),
            Thread.currentThread(),
            false);
    private Thread thread = Thread.currentThread();
    private Optional<StallWatcher> watcher = Optional.empty();

    @BeforeEach
    void tickInPeace() {
        when(watch.tick(any(), any())).thenAnswer(tick -> {
            ticks.incrementAndGet();
            return List.of();
        });
    }

    @AfterEach
    void letTheWatcherRest() {
        watcher.ifPresent(running -> running.release(body));
        LockSupport.unpark(thread);
    }

    @Test
    void noErrorOfATickEndsIt() {
        when(watch.tick(any(), any()))
                .thenThrow(new AssertionError())
                .thenThrow(new StackOverflowError())
                .thenThrow(new OutOfMemoryError())
                .thenThrow(new NoClassDefFoundError())
                .thenThrow(new IllegalStateException())
                .thenAnswer(tick -> {
                    ticks.incrementAndGet();
                    return List.of();
                });

        start(System::nanoTime);

        await().until(() -> ticks.get() > 1);
        assertThat(told)
                .extracting(Throwable::getClass)
                .containsExactly(
                        AssertionError.class,
                        StackOverflowError.class,
                        OutOfMemoryError.class,
                        NoClassDefFoundError.class,
                        IllegalStateException.class);
    }

    @Test
    void whoAskedForALastLookIsAnsweredThoughItFailed() {
        // Stubbed before the watcher's thread uses it: a mock can't be taught while another thread calls it.
        when(watch.snapshot(any())).thenThrow(new AssertionError());
        StallWatcher running = start(System::nanoTime);

        lookAtEnd(running);

        assertThat(told).hasExactlyElementsOfTypes(AssertionError.class);
    }

    @Test
    void anUrgentLookThatFailsIsNotRepeatedAtOnce() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        when(watch.anyParked(any())).thenThrow(new AssertionError());
        when(watch.snapshot(any())).thenThrow(new IllegalStateException());
        StallWatcher running = start(clock::get);
        await().until(() -> ticks.get() == 1);

        aWorkerIsAboutToWait();
        lookAtEnd(running);
        clock.addAndGet(StallWatcher.PERIOD / 2);
        for (int step = 0; step < 3; step++) {
            lookAtEnd(running);
        }

        verify(watch, times(1)).anyParked(any());
    }

    @Test
    void aWorkerIsHeardAlsoBeforeTheWatcherHasEverRested() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        StallWatcher busy = watcher(clock::get);
        busy.guard(body, Thread.currentThread());
        run(busy);
        await().until(() -> ticks.get() == 1);

        aWorkerIsAboutToWait();
        lookAtEnd(busy);
        clock.addAndGet(StallWatcher.PERIOD / 2);
        lookAtEnd(busy);
        lookAtEnd(busy);

        verify(watch, atLeastOnce()).anyParked(any());
    }

    @Test
    void aLookThatTakesLongMakesNoTickLate() {
        AtomicLong clock = new AtomicLong();
        List<Tick> seen = new CopyOnWriteArrayList<>();
        when(watch.tick(any(), any())).thenAnswer(tick -> {
            seen.add(tick.getArgument(0));
            return List.of(new Pressure(new ExecutorId(1), 4, 0));
        });
        when(watch.snapshot(any())).thenAnswer(look -> {
            clock.addAndGet(3 * StallWatcher.PERIOD);
            return new Snapshot(List.of(), List.of(), Map.of(), Snapshot.Consistency.LOOSE);
        });

        start(clock::get);

        await().until(() -> {
            clock.addAndGet(StallWatcher.PERIOD / 2);
            return seen.size() > 1;
        });
        assertThat(seen).allMatch(Tick::onTime);
        verify(watch, atLeastOnce()).snapshot(any());
    }

    @Test
    void whereNothingIsToBeCountedItTicksHalfAsOften() {
        assertThat(periodWith(List.of(), 0)).isEqualTo(StallWatcher.CALM_PERIOD);
    }

    @Test
    void whereWorkIsDueItTicksInFull() {
        assertThat(periodWith(List.of(new Pressure(new ExecutorId(1), 0, 0)), 0))
                .isEqualTo(StallWatcher.PERIOD);
    }

    @Test
    void whereABodyWaitsItTicksInFull() {
        assertThat(periodWith(List.of(), 17)).isEqualTo(StallWatcher.PERIOD);
    }

    /** How long after its first tick the watcher ticks again, by a clock that moves a little whenever it waits. */
    private long periodWith(List<Pressure> pressures, long waitMark) {
        AtomicLong clock = new AtomicLong();
        List<Tick> seen = new CopyOnWriteArrayList<>();
        when(watch.tick(any(), any())).thenAnswer(tick -> {
            seen.add(tick.getArgument(0));
            return pressures;
        });
        when(watch.waitMark(any())).thenReturn(waitMark);

        StallWatcher running = start(clock::get);
        await().until(() -> {
            // Once the second is answered, the first has had it look at the clock.
            lookAtEnd(running);
            lookAtEnd(running);
            clock.addAndGet(StallWatcher.PERIOD / 5);
            return seen.size() > 1;
        });
        return seen.get(1).now() - seen.get(0).now();
    }

    @Test
    void aTickAgesNothingWhileADebuggerHoldsAThread() {
        List<Tick> seen = new CopyOnWriteArrayList<>();
        when(watch.tick(any(), any())).thenAnswer(tick -> {
            seen.add(tick.getArgument(0));
            return List.of();
        });
        held.set(true);

        start(System::nanoTime);

        await().until(() -> seen.size() > 3);
        assertThat(seen).noneMatch(Tick::onTime);
        held.set(false);
        await().until(() -> seen.stream().anyMatch(Tick::onTime));
    }

    private StallWatcher start(LongSupplier clock) {
        StallWatcher started = watcher(clock);
        run(started);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        started.guard(body, thread);
        return started;
    }

    private void run(StallWatcher started) {
        watcher = Optional.of(started);
        thread = Pools.daemon(started, "watcher under test");
        thread.start();
    }

    private StallWatcher watcher(LongSupplier clock) {
        Shield shield = new Shield(told::add);
        Inspection inspection = new Inspection(
                watch,
                shield,
                new HeapBook(watch, new Prover(HeapProof.open(clock), shield, work -> {}, line -> {})),
                new OpenCalls(watch::name, System::nanoTime),
                List.of(),
                rescue -> {},
                new RunReport(line -> {}),
                new ReportFolder(0, line -> {}));
        return new StallWatcher(watch, inspection, clock, held::get, shield, () -> {});
    }

    /** Returns once the watcher has come round to it. */
    private void lookAtEnd(StallWatcher running) {
        CountDownLatch looked = new CountDownLatch(1);
        running.lookAtEnd(body, looked::countDown, thread);
        await().until(() -> looked.getCount() == 0);
    }

    private static void aWorkerIsAboutToWait() throws InterruptedException {
        Thread worker = new Thread(() -> {
            Hooks.workerStarted(new Object());
            Hooks.aboutToWait();
        });
        worker.start();
        worker.join();
    }
}
