package io.github.liveliness.reach;

import static io.github.liveliness.reach.HandDump.OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.jdk.JdkField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool of two threads, both stuck in a task: it is closed, and each test breaks one of the conditions. */
class ClosedPoolsTest {
    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
    private static final String LINKED = "java.util.concurrent.LinkedBlockingQueue";
    private static final String DEQUE = "java.util.concurrent.LinkedBlockingDeque";
    private static final long RUNNING = -1L << 29;

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final Map<JdkField, Long> fields = new EnumMap<>(JdkField.class);
    private final List<Long> threads = new ArrayList<>();
    private final Set<Long> waiting = new HashSet<>();
    private String type = POOL;
    private long lock = 1;

    @BeforeEach
    void aFullPoolWithAnUnboundedQueue() {
        dump.writer().type(POOL, OBJECT, "ctl", "workQueue", "corePoolSize:INT", "maximumPoolSize:INT", "handler");
        dump.writer().type("java.util.concurrent.ScheduledThreadPoolExecutor", POOL);
        dump.writer().type("com.acme.OwnPool", POOL, "mine");
        dump.writer().type(POOL + "$Worker", HandDump.SYNCHRONIZER, "this$0", "thread");
        dump.writer().type(POOL + "$AbortPolicy", OBJECT);
        dump.writer().type("com.acme.RunsAnother", OBJECT);
        dump.writer().type("java.util.concurrent.atomic.AtomicInteger", OBJECT, "value:INT");
        dump.writer().type(LINKED, OBJECT, "capacity:INT");
        dump.writer().type(DEQUE, OBJECT, "capacity:INT");
        dump.writer().type("com.acme.OwnQueue", LINKED);
        dump.writer().type("java.util.concurrent.ArrayBlockingQueue", OBJECT);
        for (String unlimited : List.of(
                "PriorityBlockingQueue",
                "LinkedTransferQueue",
                "DelayQueue",
                "ScheduledThreadPoolExecutor$DelayedWorkQueue")) {
            dump.writer().type("java.util.concurrent." + unlimited, OBJECT);
        }
        queue(LINKED, Integer.MAX_VALUE);
        workers(2);
        fields.put(JdkField.POOL_CORE, 2L);
        fields.put(JdkField.POOL_MAXIMUM, 4L);
        rejects(POOL + "$AbortPolicy");
        addThread();
        addThread();
    }

    private void addThread() {
        long thread = dump.writer().instance(HandDump.THREAD, Map.of());
        threads.add(thread);
        waiting.add(thread);
    }

    private void queue(String queueType, long capacity) {
        fields.put(
                JdkField.POOL_QUEUE,
                dump.writer()
                        .instance(queueType, Map.of(LINKED + ".capacity", capacity, DEQUE + ".capacity", capacity)));
    }

    private void workers(long count) {
        fields.put(
                JdkField.POOL_CONTROL,
                dump.instance(
                        "java.util.concurrent.atomic.AtomicInteger", Map.of(JdkField.ATOMIC_INTEGER, RUNNING | count)));
    }

    private void rejects(String handler) {
        fields.put(JdkField.POOL_REJECTION, dump.writer().instance(handler, Map.of()));
    }

    private void isBounded() {
        queue("java.util.concurrent.ArrayBlockingQueue", 0);
    }

    @Test
    void aFullPoolWhoseThreadsAreAllStuckInTasksIsClosed() throws IOException {
        assertClosed();
    }

    @Test
    void aWorkerThatIsNotShownKeepsItOpen() throws IOException {
        workers(3);

        assertOpen();
    }

    @Test
    void aPoolThatStartsAWorkerLessKeepsItOpen() throws IOException {
        workers(1);

        assertOpen();
    }

    @Test
    void aWorkerWithoutATaskTakesTheNext() throws IOException {
        lock = 0;

        assertOpen();
    }

    @Test
    void aWorkerThatMovesTakesTheNext() throws IOException {
        workers(1);
        fields.put(JdkField.POOL_CORE, 1L);
        waiting.remove(threads.get(1));

        assertOpen();
    }

    @Test
    void aWorkerWhoseThreadHasEndedIsNone() throws IOException {
        workers(1);
        fields.put(JdkField.POOL_CORE, 1L);
        long ended = threads.get(1);
        waiting.remove(ended);

        assertThat(gates(Set.of(dump.index(threads.get(0))))).hasSize(1);
    }

    @Test
    void belowItsCoreAPoolStartsAnotherThread() throws IOException {
        fields.put(JdkField.POOL_CORE, 3L);

        assertOpen();
    }

    @Test
    void aBoundedQueueThatOverflowsStartsAnotherThread() throws IOException {
        isBounded();

        assertOpen();
    }

    @Test
    void atItsMaximumAPoolIsClosedWhateverItsQueue() throws IOException {
        isBounded();
        fields.put(JdkField.POOL_MAXIMUM, 2L);

        assertClosed();
    }

    @Test
    void whatAUsersRejectionDoesIsUnknown() throws IOException {
        isBounded();
        fields.put(JdkField.POOL_MAXIMUM, 2L);
        rejects("com.acme.RunsAnother");

        assertOpen();
    }

    @Test
    void whatAUsersPoolDoesIsUnknown() throws IOException {
        type = "com.acme.OwnPool";

        assertOpen();
    }

    @Test
    void aScheduledPoolIsTheJdksOwn() throws IOException {
        type = "java.util.concurrent.ScheduledThreadPoolExecutor";
        queue("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", 0);

        assertClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PriorityBlockingQueue", "LinkedTransferQueue", "DelayQueue", "LinkedBlockingDeque"})
    void theJdksUnboundedQueuesNeverOverflow(String queue) throws IOException {
        queue("java.util.concurrent." + queue, Integer.MAX_VALUE);

        assertClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {LINKED, DEQUE})
    void aLinkedQueueWithACapacityOverflows(String queue) throws IOException {
        queue(queue, 7);

        assertOpen();
    }

    @Test
    void aUsersQueueMayOverflowWhenItLikes() throws IOException {
        queue("com.acme.OwnQueue", Integer.MAX_VALUE);

        assertOpen();
    }

    @Test
    void aQueueInASecondFieldIsNotBehindTheGate() throws IOException {
        // One of the pool's own fields, as a user's subclass would be open anyway.
        fields.put(JdkField.POOL_REJECTION, fields.get(JdkField.POOL_QUEUE));

        assertThat(gates(live()))
                .singleElement()
                .satisfies(gate -> assertThat(gate.references()).isEmpty());
    }

    private void assertClosed() throws IOException {
        List<Gate> gates = gates(live());

        int queue = dump.index(fields.get(JdkField.POOL_QUEUE));
        assertThat(gates).singleElement().satisfies(gate -> {
            assertThat(gate.keepers()).isEqualTo(live());
            assertThat(gate.references()).extracting(Gate.Reference::to).containsExactly(queue);
        });
    }

    private void assertOpen() throws IOException {
        assertThat(gates(live())).isEmpty();
    }

    private Set<Integer> live() {
        Set<Integer> live = new HashSet<>();
        threads.forEach(thread -> live.add(dump.index(thread)));
        return live;
    }

    private List<Gate> gates(Set<Integer> live) throws IOException {
        long pool = dump.instance(type, fields);
        for (long thread : threads) {
            dump.instance(
                    POOL + "$Worker",
                    Map.of(
                            JdkField.WORKER_POOL, pool,
                            JdkField.WORKER_THREAD, thread,
                            JdkField.SYNCHRONIZER_STATE, lock));
        }
        Heap heap = dump.read(folder);
        Set<Integer> stay = new HashSet<>();
        waiting.forEach(thread -> stay.add(dump.index(thread)));
        return new ClosedPools(heap, Instances.of(heap, ClosedPools.CLASSES), Trust.NOBODY).gates(live, stay);
    }
}
