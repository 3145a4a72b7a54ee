package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.diagnose.Diagnostician;
import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.WaitGraph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What real deadlocks look like in a snapshot; an interrupt ends them, so that none outlives its test. */
class LockCycleSnapshotTest {
    private final Watch watch = Watch.open(System::nanoTime);
    private final List<Thread> threads = new ArrayList<>();

    @BeforeAll
    static void openTheJdk() {
        OpenedJdk.internals();
    }

    @AfterEach
    void interruptAll() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void twoCyclesAreTwoKnots() {
        deadlock("east", "west");
        deadlock("north", "south");

        Snapshot snapshot = whenAllWait();

        assertNext(snapshot, "east", "west");
        assertNext(snapshot, "west", "east");
        assertNext(snapshot, "north", "south");
        assertNext(snapshot, "south", "north");
        assertThat(knots(snapshot))
                .contains(Set.of(name("east"), name("west")), Set.of(name("north"), name("south")))
                .noneMatch(knot -> knot.containsAll(Set.of(name("east"), name("north"))));
    }

    /** The JVM counts whoever it comes across first as part of the cycle, so that both ends of its list are tried. */
    @Test
    void whoeverIsBlockedBehindACycleIsNotInIt() {
        Lock held = new ReentrantLock();
        CyclicBarrier allStarted = new CyclicBarrier(4);
        start("older", () -> behind(allStarted, held));
        deadlock("east", "west", held, allStarted);
        start("younger", () -> behind(allStarted, held));

        Snapshot snapshot = whenAllWait();

        assertNext(snapshot, "east", "west");
        assertNext(snapshot, "west", "east");
        assertThat(snapshot.lockOwners()).doesNotContainKeys(name("older"), name("younger"));
        assertThat(knots(snapshot)).contains(Set.of(name("older"), name("younger"), name("east"), name("west")));
    }

    @Test
    void aMonitorAndALockMakeACycle() {
        Object monitor = new Object();
        Lock lock = new ReentrantLock();
        CyclicBarrier bothHeld = new CyclicBarrier(2);
        start("locking", () -> {
            synchronized (monitor) {
                bothHeld.await();
                lock.lockInterruptibly();
            }
        });
        start("entering", () -> nest(lock, bothHeld, () -> enter(monitor)));

        Snapshot snapshot = whenAllWait();

        assertNext(snapshot, "locking", "entering");
        assertNext(snapshot, "entering", "locking");
    }

    @Test
    void aWaitWithATimeOutBreaksItsCycleAndNoOther() {
        deadlock("east", "west");
        Lock one = new ReentrantLock();
        Lock other = new ReentrantLock();
        CyclicBarrier bothHeld = new CyclicBarrier(2);
        start("patient", () -> nest(one, bothHeld, other::lockInterruptibly));
        start("hurried", () -> nest(other, bothHeld, () -> one.tryLock(1, TimeUnit.HOURS)));

        Snapshot snapshot = whenAllWait();

        assertNext(snapshot, "east", "west");
        assertThat(snapshot.lockOwners()).doesNotContainKeys(name("patient"), name("hurried"));
    }

    private void deadlock(String one, String other) {
        deadlock(one, other, new ReentrantLock(), new CyclicBarrier(2));
    }

    private void deadlock(String one, String other, Lock ofOne, CyclicBarrier bothHeld) {
        Lock ofOther = new ReentrantLock();
        start(one, () -> nest(ofOne, bothHeld, ofOther::lockInterruptibly));
        start(other, () -> nest(ofOther, bothHeld, ofOne::lockInterruptibly));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void nest(Lock outer, CyclicBarrier bothHeld, Work inner) throws Exception {
        outer.lock();
        try {
            bothHeld.await();
            inner.run();
        } finally {
            outer.unlock();
        }
    }

    private static void enter(Object monitor) {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    private static void behind(CyclicBarrier allStarted, Lock held) throws Exception {
        allStarted.await();
        held.lockInterruptibly();
    }

    private void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception end) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private Snapshot whenAllWait() {
        return await().until(
                        () -> watch.snapshot(threads),
                        snapshot -> threads.stream()
                                .allMatch(thread -> snapshot.thread(watch.name(thread))
                                        .filter(LockCycleSnapshotTest::waitsForALock)
                                        .isPresent()));
    }

    private static boolean waitsForALock(ThreadState thread) {
        return thread.activity() instanceof Activity.Waiting
                && thread.stack().stream()
                        .noneMatch(frame -> frame.getClassName().equals(CyclicBarrier.class.getName()));
    }

    private void assertNext(Snapshot snapshot, String waiter, String owner) {
        assertThat(snapshot.lockOwners()).containsEntry(name(waiter), name(owner));
    }

    private ThreadId name(String thread) {
        return threads.stream()
                .filter(started -> started.getName().equals(thread))
                .map(watch::name)
                .findFirst()
                .orElseThrow();
    }

    private static List<Set<ThreadId>> knots(Snapshot snapshot) {
        return Diagnostician.diagnose(snapshot, List.of()).stream()
                .map(Diagnosis::graph)
                .map(graph -> graph.edges().stream().map(Edge::waiter).collect(Collectors.toSet()))
                .toList();
    }
}
