package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.OpenCall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls of workers that no hook has seen: their stacks alone tell. */
class OpenCallsTest {

    private static final StackTraceElement PARK =
            new StackTraceElement("jdk.internal.misc.Unsafe", "park", "Unsafe.java", -2);
    private static final StackTraceElement AWAIT =
            new StackTraceElement("java.util.concurrent.CountDownLatch", "await", "CountDownLatch.java", 230);
    private static final StackTraceElement USER = new StackTraceElement("com.acme.Orders", "place", "Orders.java", 28);

    private final OpenCalls calls = new OpenCalls(thread -> new ThreadId(-1), System::nanoTime);

    @Test
    void aWaitIsNamedByWhatTheUserCalled() {
        ThreadState worker = worker(Thread.State.WAITING, new Activity.Running(), PARK, AWAIT, USER);

        assertThat(calls.of(List.of(worker)))
                .containsExactly(new OpenCall(worker.id(), "CountDownLatch.await", Optional.empty()));
    }

    @Test
    void aThreadThatAsksTheSystemRunsToTheJvm() {
        StackTraceElement nativeRead =
                new StackTraceElement("java.io.FileInputStream", "readBytes", "FileInputStream.java", -2);
        StackTraceElement read = new StackTraceElement("java.io.FileInputStream", "read", "FileInputStream.java", 276);

        assertThat(calls.of(List.of(worker(Thread.State.RUNNABLE, new Activity.Running(), nativeRead, read, USER))))
                .extracting(OpenCall::name)
                .containsExactly("FileInputStream.read");
    }

    @Test
    void whoComputesSitsInNoCall() {
        StackTraceElement copy = new StackTraceElement("java.lang.System", "arraycopy", "System.java", -2);

        assertThat(calls.of(List.of(
                        worker(Thread.State.RUNNABLE, new Activity.Running(), copy, USER),
                        worker(Thread.State.RUNNABLE, new Activity.Running(), USER),
                        worker(Thread.State.RUNNABLE, new Activity.Running()))))
                .isEmpty();
    }

    @Test
    void neitherDoesAnIdleWorker() {
        assertThat(calls.of(List.of(worker(Thread.State.WAITING, new Activity.Idle(), PARK))))
                .isEmpty();
    }

    /** The report says of it which monitor it is, and who holds it. */
    @Test
    void aSynchronizedBlockIsNoCall() {
        assertThat(calls.of(List.of(worker(Thread.State.BLOCKED, new Activity.Running(), USER))))
                .isEmpty();
    }

    private static ThreadState worker(Thread.State state, Activity activity, StackTraceElement... stack) {
        return new ThreadState(new ThreadId(1), "orders-1", state, activity, List.of(stack));
    }
}
