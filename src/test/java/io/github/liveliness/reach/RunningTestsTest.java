package io.github.liveliness.reach;

import static io.github.liveliness.reach.HandDump.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.reach.HandDump.HandThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTestsTest {
    private static final String TASK = RunningTests.TASK;
    private static final String INVOCATION = RunningTests.INVOCATION;

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final HandThread worker = runner("worker");
    private final long latch = dump.latch();
    private long context;
    private long descriptor;
    private long task;

    @BeforeEach
    void aTask() {
        dump.writer().type(TASK, OBJECT, "testDescriptor", "context");
        dump.writer().type(INVOCATION, OBJECT, "invocationContext", "index");
        context = dump.object();
        descriptor = dump.writer()
                .instance(INVOCATION, Map.of(INVOCATION + ".invocationContext", latch, INVOCATION + ".index", context));
        task = dump.writer().instance(TASK, Map.of(TASK + ".testDescriptor", descriptor, TASK + ".context", context));
    }

    @Test
    void thisJUnitHasTheFieldsThatAreRead() throws ReflectiveOperationException {
        assertThat(Class.forName(TASK).getDeclaredField(RunningTests.WHAT_IS_RUN))
                .isNotNull();
        assertThat(Class.forName(INVOCATION).getDeclaredField(RunningTests.ARGUMENTS))
                .isNotNull();
    }

    private HandThread runner(String name) {
        return dump.runs(name, "com.acme.Test.test", TASK + ".execute", "com.acme.Worker.run");
    }

    @Test
    void whoRunsATestHasItsTaskAndItsArgumentsForItself() throws IOException {
        dump.holds(worker, 1, task);

        assertThat(of(worker))
                .containsExactlyInAnyOrder(
                        reference(task, descriptor), reference(task, context), reference(descriptor, latch));
    }

    @Test
    void aTestThatHasNotBegunIsNobodys() throws IOException {
        dump.holds(worker, 1, dump.holder(task));

        assertThat(of(worker)).isEmpty();
    }

    @Test
    void whoHasATaskAtHandAndDoesNotRunItIsNotAlone() throws IOException {
        dump.holds(worker, 2, task);

        assertThat(of(worker)).isEmpty();
    }

    @Test
    void aTaskThatTwoThreadsHaveAtHandBelongsToNeither() throws IOException {
        dump.holds(worker, 1, task).holds(runner("other"), 2, task);

        assertThat(of(worker)).isEmpty();
    }

    @Test
    void whatWaitsForAnArgumentOfARunningTestIsStuckWhoeverElseHoldsTheTask() throws IOException {
        HandThread stuck = dump.thread(
                "stuck",
                HandDump.PARKED,
                latch,
                "jdk.internal.misc.Unsafe.park",
                "java.util.concurrent.locks.LockSupport.park",
                "java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire",
                TASK + ".execute");
        dump.holds(stuck, 2, dump.node(stuck, 1)).holds(stuck, 3, task);
        dump.holds(dump.runs("idle", "com.acme.Worker.run"), 0, dump.holder(descriptor));

        assertThat(dump.asks(stuck).answers(folder)).containsExactly(new Wake.Nobody());
    }

    private Gate.Reference reference(long from, long to) {
        return new Gate.Reference(dump.index(from), dump.index(to));
    }

    private Set<Gate.Reference> of(HandThread thread) throws IOException {
        Heap heap = dump.read(folder);
        return new RunningTests(heap)
                .of(heap.threads().stream()
                        .filter(known -> known.object() == dump.index(thread.object()))
                        .findFirst()
                        .orElseThrow());
    }
}
