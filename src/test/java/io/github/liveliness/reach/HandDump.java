package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dump by hand in which the classes of the JDK have the fields that proofs read: threads that run or wait, and latches. */
final class HandDump {
    static final String OBJECT = "java.lang.Object";
    static final String THREAD = "java.lang.Thread";
    static final String SYNCHRONIZER = "java.util.concurrent.locks.AbstractQueuedSynchronizer";
    static final String LATCH = "java.util.concurrent.CountDownLatch$Sync";
    static final String LOCK = "java.util.concurrent.locks.ReentrantLock$Sync";
    static final String HOLDER = "com.acme.Holder";
    static final Roster ROSTER = new Roster("io.github.liveliness.proof.Subjects", "threads", "ours");

    /** As the tool interface has them. */
    static final long RUNNABLE = 0x0005;

    static final long PARKED = 0x0291;
    static final long PARKED_FOR_A_TIME = 0x02a1;
    static final long IN_OBJECT_WAIT = 0x0191;
    static final long ENTERS_MONITOR = 0x0401;

    private static final List<String> PARKS = List.of(
            "jdk.internal.misc.Unsafe.park",
            "java.util.concurrent.locks.LockSupport.park",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire");

    private static final String NODE = SYNCHRONIZER + "$Node";
    private static final String OWNABLE = "java.util.concurrent.locks.AbstractOwnableSynchronizer";

    private final DumpWriter dump = new DumpWriter();
    private final Set<Long> still = new HashSet<>();
    private long lastNumber;

    /**
     * A thread.
     *
     * @param object its {@code Thread}
     * @param serial as the dump numbers it
     * @param number as the JVM numbers it
     */
    record HandThread(long object, int serial, long number) {}

    HandDump() {
        dump.type("java.lang.String", OBJECT, "value", "coder:BYTE");
        dump.type(
                THREAD,
                OBJECT,
                "tid:LONG",
                "name",
                "parkBlocker",
                "target",
                "threadStatus:INT",
                "threadLocals",
                "inheritableThreadLocals");
        dump.type(OWNABLE, OBJECT, "exclusiveOwnerThread");
        dump.type(SYNCHRONIZER, OWNABLE, "state:INT");
        dump.type(LATCH, SYNCHRONIZER);
        dump.type(LOCK, SYNCHRONIZER);
        dump.type(NODE, OBJECT, "waiter", "status:INT");
        dump.type(HOLDER, OBJECT, "held");
        dump.type(ROSTER.className(), OBJECT);
    }

    DumpWriter writer() {
        return dump;
    }

    /** An instance, by the fields of the JDK's that are to be set. */
    long instance(String type, Map<JdkField, Long> values) {
        return dump.instance(type, named(values));
    }

    static Map<String, Long> named(Map<JdkField, Long> values) {
        Map<String, Long> named = new HashMap<>();
        values.forEach((field, value) -> named.put(field.declaringClass() + '.' + field.fieldName(), value));
        return named;
    }

    long object() {
        return dump.instance(OBJECT, Map.of());
    }

    long latch() {
        return dump.instance(LATCH, Map.of());
    }

    /** An object that holds another in its only field. */
    long holder(long held) {
        return dump.instance(HOLDER, Map.of(HOLDER + ".held", held));
    }

    /** A thread that stays in its state while the dump is made. */
    HandThread thread(String name, long status, long blocker, String... stack) {
        return thread(name, status, blocker, Map.of(), stack);
    }

    private HandThread thread(String name, long status, long blocker, Map<JdkField, Long> more, String... stack) {
        long bytes = dump.bytes(name.getBytes(StandardCharsets.ISO_8859_1));
        long text = dump.instance("java.lang.String", Map.of("java.lang.String.value", bytes));
        long number = ++lastNumber;
        Map<JdkField, Long> fields = new HashMap<>(more);
        fields.put(JdkField.THREAD_IDENTIFIER, number);
        fields.put(JdkField.THREAD_NAME, text);
        fields.put(JdkField.THREAD_BLOCKER, blocker);
        fields.put(JdkField.THREAD_STATUS, status);
        long object = instance(THREAD, fields);
        still.add(number);
        return new HandThread(object, dump.thread(object, stack), number);
    }

    HandThread runs(String name, String... stack) {
        return thread(name, RUNNABLE, 0, stack);
    }

    /** A thread that waits on a synchronizer, in whose queue its node says so. */
    HandThread waits(String name, long synchronizer) {
        return waits(name, synchronizer, Map.of());
    }

    /** Such a thread whose {@code Thread} has more in its fields. */
    HandThread waits(String name, long synchronizer, Map<JdkField, Long> more) {
        HandThread thread = parks(name, synchronizer, more);
        holds(thread, 2, node(thread, 1));
        return thread;
    }

    /** A thread that is parked on a synchronizer, in no queue. */
    HandThread parks(String name, long synchronizer) {
        return parks(name, synchronizer, Map.of());
    }

    private HandThread parks(String name, long synchronizer, Map<JdkField, Long> more) {
        List<String> stack = new ArrayList<>(PARKS);
        stack.add("com.acme.Main.await");
        HandThread thread = thread(name, PARKED, synchronizer, more, stack.toArray(String[]::new));
        holds(thread, 2, synchronizer);
        return thread;
    }

    long node(HandThread thread, long status) {
        return instance(NODE, Map.of(JdkField.NODE_WAITER, thread.object, JdkField.NODE_STATUS, status));
    }

    HandDump holds(HandThread thread, int frame, long object) {
        dump.local(thread.serial, frame, object);
        return this;
    }

    HandDump asks(HandThread... subjects) {
        return roster(ROSTER.subjects(), subjects);
    }

    HandDump ours(HandThread... watching) {
        return roster(ROSTER.ours(), watching);
    }

    private HandDump roster(String field, HandThread... threads) {
        long[] objects = Arrays.stream(threads).mapToLong(HandThread::object).toArray();
        dump.staticField(ROSTER.className(), field, dump.array(objects));
        return this;
    }

    int index(long object) {
        return dump.index(object);
    }

    Heap read(Path folder) throws IOException {
        return dump.read(folder);
    }

    LiveThreads live() {
        return live(Map.of());
    }

    LiveThreads live(Map<Long, Long> monitorOwners) {
        return new LiveThreads(still, monitorOwners, LiveThreads.Optimized.NOTHING);
    }

    /** What the dump tells of those that are asked about, where dumps show virtual threads. */
    List<Wake> answers(Path folder) throws IOException {
        return answers(folder, live(), true);
    }

    List<Wake> answers(Path folder, LiveThreads live, boolean showsVirtualThreads) throws IOException {
        return HeapQuestion.ask(dump.write(folder), live, ROSTER, showsVirtualThreads);
    }
}
