package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutsiderTest {

    @Test
    void whoRunsSleepsOrWantsAMonitorMayMove() {
        assertThat(mayMove(State.RUNNABLE, "com.acme.Poller.poll")).isTrue();
        assertThat(mayMove(State.TIMED_WAITING, "java.lang.Thread.sleep", "com.acme.Poller.poll"))
                .isTrue();
        assertThat(mayMove(State.BLOCKED, "com.acme.Poller.poll")).isTrue();
    }

    @Test
    void whoWaitsForGoodMovesOnlyWhenSomebodyElseDoes() {
        assertThat(mayMove(State.WAITING, "java.lang.Object.wait", "com.acme.Poller.poll"))
                .isFalse();
    }

    @Test
    void aWorkerThatWaitsForWorkIsIdle() {
        assertThat(mayMove(
                        State.TIMED_WAITING,
                        "java.util.concurrent.SynchronousQueue.poll",
                        "java.util.concurrent.ThreadPoolExecutor.getTask"))
                .isFalse();
        assertThat(mayMove(State.TIMED_WAITING, "java.util.concurrent.ForkJoinPool.awaitWork"))
                .isFalse();
    }

    @Test
    void aTimerIsNot() {
        assertThat(mayMove(
                        State.TIMED_WAITING,
                        "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.take",
                        "java.util.concurrent.ThreadPoolExecutor.getTask"))
                .isTrue();
    }

    @Test
    void whatServesTheJvmOrRunsTheTestsTouchesNothing() {
        StackTraceElement[] stack = stack("java.lang.Object.wait");

        assertThat(Stream.of(
                                "Common-Cleaner",
                                "surefire-forkedjvm-ping-30s",
                                "junit-jupiter-timeout-watcher",
                                "liveliness watcher")
                        .filter(name -> Outsider.mayMove(name, State.TIMED_WAITING, stack)))
                .isEmpty();
        assertThat(mayMove(State.RUNNABLE, "io.github.liveliness.explore.WallClockGuard.await"))
                .isFalse();
        assertThat(mayMove(
                        State.RUNNABLE,
                        "sun.nio.ch.EPoll.wait",
                        "org.gradle.internal.remote.internal.inet.SocketConnection$SocketInputStream.read",
                        "java.util.concurrent.ThreadPoolExecutor.runWorker"))
                .isFalse();
    }

    @Test
    void whatRunsBodiesOfTestsServesNobody() {
        StackTraceElement[] stack = stack("java.lang.Thread.sleep", "com.acme.OrdersTest.places");

        assertThat(Stream.of(
                        "liveliness body of OrdersTest.places()",
                        "liveliness rescue",
                        "liveliness-rescue",
                        "junit-1-worker-2",
                        "junit-timeout-thread-1"))
                .allMatch(name -> Outsider.mayMove(name, State.TIMED_WAITING, stack))
                .allMatch(name -> Outsider.mayMove(name, State.RUNNABLE, stack));
    }

    @Test
    void aBodyThatAnEarlierRunHasLeftBehindServesNobody() {
        assertThat(mayMove(
                        State.RUNNABLE,
                        "java.net.SocketInputStream.read",
                        "com.acme.OrdersTest.places",
                        "io.github.liveliness.explore.BodyThread.work"))
                .isTrue();
    }

    private static boolean mayMove(State state, String... frames) {
        return Outsider.mayMove("acme-1", state, stack(frames));
    }

    private static StackTraceElement[] stack(String... frames) {
        return Stream.of(frames)
                .map(frame -> new StackTraceElement(
                        frame.substring(0, frame.lastIndexOf('.')), frame.substring(frame.lastIndexOf('.') + 1), "", 1))
                .toArray(StackTraceElement[]::new);
    }
}
