package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Ending.Failed;
import io.github.liveliness.explore.Ending.NotControlled;
import io.github.liveliness.explore.Ending.Passed;
import io.github.liveliness.explore.Ending.Stalled;
import io.github.liveliness.explore.Ending.TooLong;
import io.github.liveliness.explore.programs.StallingPrograms;
import java.lang.Thread.State;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class LimitsOfControl {

    private static final Terms IMPATIENT = Terms.USUAL.withSilence(Duration.ofMillis(300));

    private static final class Counter {

        private volatile int count;

        void add() {
            int before = count;
            count = before + 1;
        }
    }

    @Test
    @DisplayName("A read that nobody controls ends the run, and is named with the line that led to it")
    void nativeWaitsAreRefused() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            try (ControlledProgram program = ControlledProgram.of(socket::accept, IMPATIENT, threads -> {})) {
                assertThat(why(program.run(new RandomDecider(1)))).contains("accept");
                // The thread that was given up holds the socket's lock, and is none of this run's.
                assertThat(why(program.run(new RandomDecider(1)))).contains("explored test body", "not controlled");
            }
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("Virtual threads are refused")
    void virtualThreadsAreRefused() {
        Run run = run(() -> {
            Object pool =
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            return ((ExecutorService) pool).submit(() -> 1).get();
        });
        assertThat(why(run)).isEqualTo("Virtual threads are not controlled.");
    }

    @Test
    @DisplayName("Whoever relies on a thread from before the run is told so, and no stall")
    void threadsFromBeforeAreRefused() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor(body -> new Thread(body, "from before"));
        try {
            assertThat(pool.submit(() -> 1).get()).isEqualTo(1);
            CountDownLatch never = new CountDownLatch(1);
            Callable<Boolean> endless = () -> never.await(1, TimeUnit.HOURS);
            assertThat(why(run(() -> pool.submit(endless).get()))).contains("not controlled");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("A run that goes on and on is ended, and is no stall")
    void livelocksAreTooLong() {
        Terms brief = Terms.USUAL.withPoints(1_000);
        ReentrantLock lock = new ReentrantLock();
        Callable<?> body = () -> {
            while (!lock.isFair()) {
                Thread.onSpinWait();
            }
            return null;
        };
        try (ControlledProgram program = ControlledProgram.of(body, brief, threads -> {})) {
            assertThat(program.run(new RandomDecider(1)).ending()).isInstanceOf(TooLong.class);
        }
    }

    @Test
    @DisplayName("What the body throws is a failure, and the same one in each run")
    void failuresOfTheBodyAreTold() {
        assertThat(failure(run(LimitsOfControl::fail)).fingerprint())
                .isEqualTo(failure(run(LimitsOfControl::fail)).fingerprint())
                .contains("IllegalStateException", "LimitsOfControl.fail");
    }

    private static Void fail() {
        throw new IllegalStateException("on purpose");
    }

    @Test
    @DisplayName("What a worker dies of is a failure, though the body returns")
    void deathsOfWorkersAreTold() {
        Run run = run(() -> {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pool.execute(LimitsOfControl::fail);
            pool.shutdown();
            return null;
        });
        assertThat(failure(run).failure()).hasMessage("on purpose");
    }

    @Test
    @DisplayName("A race of volatile fields is seen where memory is a point, and only there")
    void memoryMayBeAPoint() {
        assertThat(endingsOfRace(Terms.USUAL)).containsExactly(Passed.class);
        assertThat(endingsOfRace(Terms.USUAL.withMemory())).containsExactlyInAnyOrder(Passed.class, Failed.class);
    }

    private static Set<Class<?>> endingsOfRace(Terms terms) {
        Callable<?> body = () -> {
            Counter counter = new Counter();
            Thread other = new Thread(counter::add);
            other.start();
            counter.add();
            other.join();
            if (counter.count != 2) {
                throw new AssertionError("an addition is lost");
            }
            return null;
        };
        Set<Class<?>> endings = new HashSet<>();
        try (ControlledProgram program = ControlledProgram.of(body, terms, threads -> {})) {
            for (int seed = 0; seed < 100; seed++) {
                endings.add(program.run(new RandomDecider(seed)).ending().getClass());
            }
        }
        return endings;
    }

    @Test
    @DisplayName("A pool that outlives the runs works in each of them, and no thread enters the next")
    void poolsMayOutliveRuns() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Set<Thread> workers = new HashSet<>();
        Callable<?> body = () -> {
            List<FutureTask<Boolean>> tasks = new ArrayList<>();
            for (int task = 0; task < 3; task++) {
                tasks.add(new FutureTask<>(() -> workers.add(Thread.currentThread())));
                pool.execute(tasks.get(task));
            }
            for (FutureTask<Boolean> task : tasks) {
                task.get();
            }
            return null;
        };
        try (ControlledProgram program = ControlledProgram.of(body)) {
            for (int seed = 0; seed < 100; seed++) {
                assertThat(program.run(new RandomDecider(seed)).ending()).isEqualTo(new Passed());
                assertThat(workers).noneMatch(Thread::isAlive);
            }
        }
    }

    @Test
    @DisplayName("While a stall is told, its threads wait as they would without control, and say what for")
    void stalledThreadsStandWhereTheyStopped() {
        List<StalledThread> seen = new ArrayList<>();
        Subject starvation = new Subject("starvation", StallingPrograms::starvation);
        try (ControlledProgram program = ControlledProgram.of(starvation, Terms.USUAL.withTrace(), threads -> {
            seen.addAll(threads);
            assertThat(threads).allMatch(thread -> thread.thread().getState() == State.WAITING);
        })) {
            Run run = ProgramsUnderControl.firstStall(program);
            assertThat(run.ending()).isInstanceOf(Stalled.class);
            assertThat(seen).hasSize(3).allMatch(thread -> thread.awaited().orElseThrow() instanceof FutureTask);
            assertThat(seen).filteredOn(StalledThread::isInTask).hasSize(2);
            assertThat(program.steps())
                    .anyMatch(step ->
                            step.frame() != null && step.frame().getMethodName().contains("starve"));
        }
        assertThat(seen)
                .noneMatch(thread -> thread.number() > 0 && thread.thread().isAlive());
    }

    private static Run run(Callable<?> body) {
        try (ControlledProgram program = ControlledProgram.of(body, IMPATIENT, threads -> {})) {
            return program.run(new RandomDecider(1));
        }
    }

    private static String why(Run run) {
        assertThat(run.ending()).isInstanceOf(NotControlled.class);
        return ((NotControlled) run.ending()).why();
    }

    private static Failed failure(Run run) {
        assertThat(run.ending()).isInstanceOf(Failed.class);
        return (Failed) run.ending();
    }
}
