package io.github.liveliness.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.reach.Wake;
import io.github.liveliness.testing.Pools;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with dumps of this JVM. */
class HeapProofIT {
    private static final long ENOUGH = 1L << 32;

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final List<Thread> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Thread::interrupt);
    }

    @Test
    void whoWaitsForALatchOfItsOwnIsWokenByNobody() {
        Thread stuck = stuck();

        HeapAttempt attempt = proof().attempt(List.of(stuck), engineThreads(), ENOUGH);

        assertThat(attempt).isEqualTo(new HeapAttempt.Made(List.of(new Wake.Nobody()), Duration.ofNanos(1)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoHasAWakerIsWokenByIt() {
        CountDownLatch latch = new CountDownLatch(1);
        Thread waiter = start("waiter", () -> waitFor(latch));
        start("waker", () -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(Duration.ofHours(1).toNanos());
            }
            latch.countDown();
        });

        assertThat(wakes(waiter)).singleElement().isInstanceOfSatisfying(Wake.Somebody.class, somebody -> {
            assertThat(somebody.chain().holder()).startsWith("thread 'waker'");
            assertThat(somebody.chain().end()).isEqualTo("java.util.concurrent.CountDownLatch$Sync");
        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oursAreNoWakers() {
        CountDownLatch latch = new CountDownLatch(1);
        Thread waiter = start("waiter", () -> waitFor(latch));
        Thread watcher = start("watcher", () -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(Duration.ofHours(1).toNanos());
            }
            latch.countDown();
        });

        assertThat(proof().attempt(List.of(waiter), with(watcher), ENOUGH))
                .isInstanceOfSatisfying(
                        HeapAttempt.Made.class, made -> assertThat(made.wakes()).containsExactly(new Wake.Nobody()));
    }

    @Test
    void eachIsAnsweredInOrder() throws InterruptedException {
        Thread ended = start("ended", () -> {});
        ended.join();

        assertThat(wakes(ended, stuck(), Thread.currentThread()))
                .containsExactly(
                        new Wake.ByItself("it has ended"), new Wake.Nobody(), new Wake.ByItself("it has ended"));
    }

    /** As this JVM's own compiler has them from JDK 23 on. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aSwitchOverTypesHidesNothing() throws ReflectiveOperationException {
        Class.forName("java.lang.runtime.SwitchBootstraps")
                .getMethod("typeSwitch", MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class)
                .invoke(
                        null,
                        MethodHandles.lookup(),
                        "typeSwitch",
                        MethodType.methodType(int.class, Object.class, int.class),
                        new Object[] {String.class});

        assertThat(wakes(stuck())).containsExactly(new Wake.Nobody());
    }

    @Test
    void aHeapBeyondTheLimitIsNotDumped() {
        long limit = 1 << 20;

        assertThat(proof().attempt(List.of(stuck()), List.of(), limit))
                .isInstanceOfSatisfying(
                        HeapAttempt.NotMade.class,
                        refused -> assertThat(refused.why())
                                .matches("The live heap of \\d+ MB is larger than liveliness\\.proof\\.max-heap = 1 MB;"
                                        + " a larger value allows the proof, which takes longer then\\."));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereNothingCanBeWrittenNoProofIsMade() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));
        HeapProof proof = new HeapProof(new DumpFolder(noFolder, 1), clock::get);

        assertThat(proof.attempt(List.of(stuck()), List.of(), ENOUGH))
                .isInstanceOfSatisfying(
                        HeapAttempt.NotMade.class,
                        refused -> assertThat(refused.why())
                                .startsWith("The heap could not be dumped: ")
                                .contains(noFolder.toString()));
    }

    @Test
    void anInterruptThatNobodyMeansOnlyPutsTheQuestionOff() {
        Thread stuck = stuck();
        Thread.currentThread().interrupt();

        assertThat(proof().attempt(List.of(stuck), engineThreads(), ENOUGH))
                .isInstanceOfSatisfying(
                        HeapAttempt.Made.class,
                        made -> assertThat(made.wakes())
                                .containsExactly(new Wake.Unseen("The reading was interrupted.", true)));

        assertThat(Thread.interrupted())
                .as("the interrupt is left to whom it was meant for")
                .isTrue();
        assertThat(proof().attempt(List.of(stuck), engineThreads(), ENOUGH))
                .isInstanceOfSatisfying(
                        HeapAttempt.Made.class,
                        made -> assertThat(made.wakes()).hasOnlyElementsOfType(Wake.Nobody.class));
    }

    @Test
    void whereThereIsNoFolderNoProofIsMade() {
        HeapProof proof = new HeapProof(new DumpFolder(folder.resolve("gone"), 1), clock::get);

        assertThat(proof.attempt(List.of(stuck()), List.of(), ENOUGH)).isInstanceOf(HeapAttempt.NotMade.class);
    }

    @Test
    void itSweepsWhatOthersLeftBehind() throws IOException {
        Path left = new DumpFolder(folder, 999_999_999_999L).make();

        proof().sweep();

        assertThat(left).doesNotExist();
    }

    private HeapProof proof() {
        return new HeapProof(new DumpFolder(folder, ProcessHandle.current().pid()), clock::getAndIncrement);
    }

    private List<Wake> wakes(Thread... subjects) {
        HeapAttempt attempt = proof().attempt(List.of(subjects), engineThreads(), ENOUGH);
        assertThat(attempt).isInstanceOf(HeapAttempt.Made.class);
        return ((HeapAttempt.Made) attempt).wakes();
    }

    private Thread stuck() {
        return start("stuck", () -> waitFor(new CountDownLatch(1)));
    }

    /** Returns once the thread sits in its wait, or has ended. */
    private Thread start(String name, Runnable work) {
        Thread thread = Pools.daemon(work, name);
        started.add(thread);
        thread.start();
        await().until(() -> thread.getState() != Thread.State.RUNNABLE && thread.getState() != Thread.State.BLOCKED);
        return thread;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What runs in this JVM because another test has started the engine. */
    private static List<Thread> engineThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("liveliness "))
                .toList();
    }

    private static List<Thread> with(Thread watcher) {
        List<Thread> all = new ArrayList<>(engineThreads());
        all.add(watcher);
        return all;
    }
}
