package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Calls that block inside tasks, from the hook to the outcome of the test. */
class BlockingCallsTest {

    @TempDir
    private Path folder;

    @Test
    void aTestFailsWithAllThatBlockedInItsTasks() {
        Launched tests = Launched.run(Failing.class);

        assertThat(tests.failed()).containsExactly("readsAndSleeps");
        assertThat(tests.passed()).containsExactly("onlyComputes");
        assertThat(tests.failureOf("readsAndSleeps"))
                .isInstanceOf(BlockingCallError.class)
                .hasMessageStartingWith(
                        "2 blocking calls inside tasks of bounded executors in BlockingCallsTest.Failing.readsAndSleeps()\n")
                .hasMessageContaining("Thread.sleep sleeps: ")
                .hasMessageContaining("Files.readString reads or writes a file: ")
                .hasMessageContaining("in a task of 'orders', submitted\n    at " + BlockingCallsTest.class.getName());
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Failing {
        @Test
        void readsAndSleeps() throws Exception {
            inTheOnlyThread(() -> {
                Thread.sleep(5);
                return read();
            });
        }

        @Test
        void onlyComputes() throws Exception {
            inTheOnlyThread(() -> Path.of("a").resolve("b"));
        }
    }

    @Test
    void aTestThatOnlyReportsPassesAndPublishesIt() {
        Launched tests = Launched.run(Reporting.class);

        assertThat(tests.passed()).containsExactly("reads");
        assertThat(tests.published("liveliness.blocking"))
                .singleElement()
                .asString()
                .startsWith(
                        "One blocking call inside tasks of bounded executors in BlockingCallsTest.Reporting.reads()\n");
    }

    static class Reporting {
        @RegisterExtension
        final org.junit.jupiter.api.extension.Extension stalls =
                StallWatch.builder().blocking(Blocking.REPORT).build();

        @Test
        void reads() throws Exception {
            inTheOnlyThread(BlockingCallsTest::read);
        }
    }

    @Test
    void whoDidNotAskIsToldToo() {
        Launched tests = Launched.run(NotAsking.class);

        assertThat(tests.passed()).containsExactly("reads");
        assertThat(tests.published("liveliness.blocking"))
                .singleElement()
                .asString()
                .contains("NotAsking.reads()");
    }

    @Test
    void whoSwitchesItOffIsToldNothing() {
        Launched tests = Launched.run(SwitchingOff.class);

        assertThat(tests.passed()).containsExactly("reads");
        assertThat(tests.published("liveliness.blocking")).isEmpty();
    }

    @DetectStalls(blocking = Blocking.OFF)
    static class SwitchingOff {
        @Test
        void reads() throws Exception {
            inTheOnlyThread(BlockingCallsTest::read);
        }
    }

    @DetectStalls
    static class NotAsking {
        @Test
        void reads() throws Exception {
            inTheOnlyThread(BlockingCallsTest::read);
        }
    }

    @Test
    void aCallThatEndsWhileItIsReadHasAKindAllTheSame() {
        assertThat(Launched.run(Restless.class).passed()).containsExactly("looksAtItsTasks");
    }

    @DetectStalls
    static class Restless {
        private static final int LOOKS = 20_000;

        @Test
        void looksAtItsTasks() {
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService pool = Pools.fixed("restless", 1);
            pool.execute(new Runnable() {
                @Override
                public void run() {
                    LockSupport.parkNanos(1_000);
                    if (!over.get()) {
                        pool.execute(this);
                    }
                }
            });
            for (int look = 0; look < LOOKS; look++) {
                assertThat(WorkerTable.inCalls())
                        .allSatisfy(worker -> assertThat(worker.kind()).isNotNull());
            }
            over.set(true);
            pool.shutdown();
        }
    }

    @Test
    void whatKeepsNobodyWaitingIsNoFinding() {
        assertThat(Launched.run(Harmless.class).failed()).isEmpty();
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Harmless {
        @Test
        void anExecutorThatGrowsMayBlock() throws Exception {
            run(Executors.newCachedThreadPool(), BlockingCallsTest::read);
        }

        @Test
        void theTestItselfMayBlock() throws Exception {
            assertThat(read()).isNotEmpty();
        }

        @Test
        void anIdleWorkerWaitsForWork() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 2);
            for (int task = 0; task < 3; task++) {
                pool.submit(() -> 1).get();
                Thread.sleep(5);
            }
            pool.shutdown();
        }

        @Test
        void aForkJoinPoolMakesUpForWhoBlocksWithItsLeave() throws Exception {
            CountDownLatch latch = new CountDownLatch(1);
            ForkJoinPool pool = new ForkJoinPool(2);
            pool.submit(() -> {
                        ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                            @Override
                            public boolean block() throws InterruptedException {
                                boolean opened = latch.await(5, TimeUnit.MILLISECONDS);
                                return !opened;
                            }

                            @Override
                            public boolean isReleasable() {
                                return false;
                            }
                        });
                        return 1;
                    })
                    .get();
            pool.shutdown();
        }
    }

    @Test
    void whatAFactoryMakesIsJudgedToo() {
        Launched tests = Launched.run(Making.class);

        assertThat(tests.failures()).hasSize(1).allMatch(BlockingCallError.class::isInstance);
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Making {
        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of(
                    dynamicTest("reads", () -> inTheOnlyThread(BlockingCallsTest::read)),
                    dynamicTest("computes", () -> inTheOnlyThread(() -> 1)));
        }
    }

    @Test
    void archivesAndTheConsoleAreToldAsSuch() {
        Launched tests = Launched.run(Reading.class);

        assertThat(tests.failureOf("readsAnArchive"))
                .hasMessageContaining("new ZipFile reads or writes an archive: ")
                .hasMessageContaining("InputStream.readAllBytes reads or writes an archive: ")
                .message()
                .doesNotContain("a file");
        assertThat(tests.failureOf("readsAStreamedArchive"))
                .hasMessageContaining("ZipInputStream.getNextEntry reads or writes an archive: ");
        assertThat(tests.failureOf("readsTheConsole")).hasMessageContaining("FileInputStream.read reads the console: ");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Reading {
        @TempDir
        private Path folder;

        private Path zip() throws IOException {
            Path path = folder.resolve("any.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
                zip.putNextEntry(new ZipEntry("any"));
                zip.write(1);
            }
            return path;
        }

        @Test
        void readsAnArchive() throws Exception {
            Path path = zip();
            inTheOnlyThread(() -> {
                try (ZipFile zip = new ZipFile(path.toFile())) {
                    return zip.getInputStream(zip.getEntry("any")).readAllBytes();
                }
            });
        }

        @Test
        void readsAStreamedArchive() throws Exception {
            Path path = zip();
            inTheOnlyThread(() -> {
                try (ZipInputStream zip = new ZipInputStream(new FileInputStream(path.toFile()))) {
                    return zip.getNextEntry();
                }
            });
        }

        /** Nothing of it: who runs the tests may speak to this JVM by it. */
        @Test
        void readsTheConsole() throws Exception {
            FileInputStream console = new FileInputStream(FileDescriptor.in);
            inTheOnlyThread(() -> console.read(new byte[0]));
        }
    }

    @Test
    void whatHasNotReturnedWhenTheTestEndsIsStillBlocked() {
        assertThat(Launched.run(Leaving.class).failureOf("leavesATaskThatWaits"))
                .hasMessageContaining("CountDownLatch.await waits for another thread: still blocked after ");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Leaving {
        private static final ExecutorService SHARED = Pools.fixed("shared", 1);

        @Test
        void leavesATaskThatWaits() {
            CountDownLatch never = new CountDownLatch(1);
            SHARED.submit(() -> {
                never.await();
                return 1;
            });
            await().until(() -> WorkerTable.inCalls().stream()
                    .anyMatch(worker -> worker.executor().get() == SHARED
                            && System.nanoTime() - worker.since() > SeenCalls.LEAST_WAIT));
        }
    }

    @Test
    void howManyCallsNobodyHasLookedAtIsTold() {
        assertThat(Launched.run(Hurrying.class).failureOf("reads"))
                .message()
                .containsPattern(
                        "\n\\d+ more calls came too fast to be looked at, and may have been made elsewhere\\.\n");
        assertThat(Launched.run(Failing.class).failureOf("readsAndSleeps"))
                .message()
                .doesNotContain("came too fast");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Hurrying {
        @Test
        void reads() throws Exception {
            File nowhere = new File("nowhere");
            inTheOnlyThread(() -> {
                int found = 0;
                for (int time = 0; time < 10_000; time++) {
                    found += nowhere.exists() ? 1 : 0;
                }
                return found;
            });
        }
    }

    @Test
    void whoeverStillWaitsForAMonitorWhenTheTestEndsIsToldToo() {
        assertThat(Launched.run(LeavingAtAMonitor.class).failureOf("leavesATaskThatWaits"))
                .hasMessageContaining("synchronized waits for a monitor: still blocked after ")
                .hasMessageContaining("in a task of 'beside a monitor'");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class LeavingAtAMonitor {
        private static final Object MONITOR = new Object();
        private static final CountDownLatch OVER = new CountDownLatch(1);
        private static final ExecutorService BESIDE = Pools.fixed("beside a monitor", 1);

        @AfterAll
        static void end() {
            OVER.countDown();
            BESIDE.shutdown();
        }

        @Test
        void leavesATaskThatWaits() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            Pools.daemon(
                            () -> {
                                synchronized (MONITOR) {
                                    entered.countDown();
                                    Uninterruptibles.awaitUninterruptibly(OVER);
                                }
                            },
                            "holder")
                    .start();
            entered.await();
            AtomicReference<Thread> worker = new AtomicReference<>(Thread.currentThread());
            BESIDE.execute(() -> {
                worker.set(Thread.currentThread());
                synchronized (MONITOR) {
                    Thread.onSpinWait();
                }
            });
            await().until(() -> worker.get().getState() == Thread.State.BLOCKED);
        }
    }

    @Test
    void anAssertionOfJUnitsRunsItsPartInAPoolOfItsOwn() {
        assertThat(Launched.run(Asserting.class).failed()).isEmpty();
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Asserting {
        @Test
        void reads() {
            assertTimeoutPreemptively(Duration.ofMinutes(1), BlockingCallsTest::read);
        }
    }

    /** JUnit runs the tests as tasks of a pool with two threads, and we write the baseline there. */
    @Test
    void inAParallelRunNeitherJUnitsFilesCountNorOurs() throws IOException {
        Path baseline = folder.resolve("parallel.txt");

        Launched tests = Launched.inParallel(2)
                .with("liveliness.baseline", baseline.toString())
                .with("liveliness.baseline.write", "true")
                .run(InParallel.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(Files.readAllLines(baseline))
                .filteredOn(line -> line.startsWith(BlockingCallsTest.class.getPackageName()))
                .singleElement()
                .asString()
                .contains("Files.readString");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class InParallel {
        @RepeatedTest(8)
        void readsAndWrites(@TempDir Path own) throws Exception {
            Files.writeString(own.resolve("file"), read());
            inTheOnlyThread(BlockingCallsTest::read);
        }
    }

    @Test
    void whatIsAllowedIsNoFinding() {
        Launched tests = Launched.with("liveliness.blocking.allow", BlockingCallsTest.class.getName() + "#read")
                .run(Failing.class, Allowing.class);

        assertThat(tests.failureOf("readsAndSleeps")).hasMessageStartingWith("One blocking call");
        assertThat(tests.passed()).contains("isAllowed");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class Allowing {
        @Test
        @AllowBlocking(reason = "it shows that it may")
        void isAllowed() throws Exception {
            inTheOnlyThread(() -> {
                Thread.sleep(5);
                return 1;
            });
        }
    }

    @Test
    void codeAllowsWhatItsTestsMayDo() {
        Launched tests = Launched.run(AllowingInCode.class, AllowingInABuilder.class);

        assertThat(tests.passed()).contains("allowsAMethod", "allowsAClass", "readsAsTheBuilderAllows");
        assertThat(tests.failureOf("allowsSomethingElse")).isInstanceOf(BlockingCallError.class);
        assertThat(tests.failureOf("givesNoReason"))
                .hasMessageStartingWith("allowBlocking(\"com.acme.Orders\", \"\") is wrong: it gives no reason.");
        assertThat(tests.failureOf("isMalformed")).hasMessageContaining("Did you mean \"com.acme.Orders#price\"?");
    }

    @DetectStalls(blocking = Blocking.FAIL)
    static class AllowingInCode {
        @Test
        void allowsAMethod(StallWatch watch) throws Exception {
            watch.allowBlocking(BlockingCallsTest.class.getName() + "#read", "it shows that it may");
            inTheOnlyThread(BlockingCallsTest::read);
        }

        @Test
        void allowsAClass(StallWatch watch) throws Exception {
            inTheOnlyThread(BlockingCallsTest::read);
            watch.allowBlocking(BlockingCallsTest.class, "what came before may, too");
        }

        @Test
        void allowsSomethingElse(StallWatch watch) throws Exception {
            watch.allowBlocking("com.acme.*", "it shows that others may not");
            inTheOnlyThread(BlockingCallsTest::read);
        }

        @Test
        void givesNoReason(StallWatch watch) {
            watch.allowBlocking("com.acme.Orders", "");
        }

        @Test
        void isMalformed(StallWatch watch) {
            watch.allowBlocking("com.acme.Orders::price", "it is small");
        }
    }

    static class AllowingInABuilder {
        @RegisterExtension
        final org.junit.jupiter.api.extension.Extension stalls = StallWatch.builder()
                .blocking(Blocking.FAIL)
                .allowBlocking(BlockingCallsTest.class.getName() + "#read", "it shows that it may")
                .allowBlocking(BlockingCallsTest.class, "the same of a class")
                .build();

        @Test
        void readsAsTheBuilderAllows() throws Exception {
            inTheOnlyThread(BlockingCallsTest::read);
        }
    }

    @Test
    void aBuilderThatAllowsNothingThatCanBeNamedFailsItsTests() {
        assertThat(Launched.run(Mistaken.class).failureOf("reads"))
                .hasMessageStartingWith("allowBlocking(\"com.acme..Orders\", \"it is small\") is wrong:");
    }

    static class Mistaken {
        @RegisterExtension
        final org.junit.jupiter.api.extension.Extension stalls = StallWatch.builder()
                .blocking(Blocking.FAIL)
                .allowBlocking("com.acme..Orders", "it is small")
                .build();

        @Test
        void reads() {}
    }

    @Test
    void annotationAndExtensionTogetherTellOnce() {
        assertThat(Launched.run(AskedForTwice.class).published("liveliness.blocking"))
                .hasSize(1);
    }

    @DetectStalls(blocking = Blocking.REPORT)
    static class AskedForTwice extends Reporting {}

    @Test
    void whatIsWrittenWrongAboutBlockingFailsOnlyWhereSomebodyLooksForIt() {
        Launched tests = Launched.with("liveliness.blocking.allow", "com.acme..Orders")
                .with("liveliness.baseline", "a\0b")
                .run(SwitchingOff.class);

        assertThat(tests.passed()).containsExactly("reads");
        assertThat(Launched.with("liveliness.blocking.allow", "com.acme..Orders")
                        .run(Allowing.class)
                        .failureOf("isAllowed"))
                .hasMessageContaining("there is nothing between two of its dots");
        assertThat(Launched.with("liveliness.baseline", "a\0b")
                        .run(Allowing.class)
                        .failureOf("isAllowed"))
                .hasMessageContaining("is wrong: it is not a path on this computer (Nul character not allowed)."
                        + " Try \"src/test/blocking.txt\".");
    }

    @Test
    void whatABaselineKnowsFailsNobody() throws IOException {
        String baseline = folder.resolve("blocking.txt").toString();

        assertThat(Launched.with("liveliness.baseline", baseline)
                        .run(Failing.class)
                        .failureOf("readsAndSleeps"))
                .hasMessageContaining("There is no baseline " + baseline)
                .hasMessageContaining("-Dliveliness.baseline.write=true");

        assertThat(Launched.with("liveliness.baseline", baseline)
                        .with("liveliness.baseline.write", "true")
                        .run(Failing.class)
                        .failed())
                .isEmpty();
        assertThat(Files.readString(Path.of(baseline))).contains("Thread.sleep").contains("Files.readString");

        assertThat(Launched.with("liveliness.baseline", baseline)
                        .run(Failing.class)
                        .failed())
                .isEmpty();
    }

    private static void inTheOnlyThread(Callable<?> task) throws Exception {
        run(Pools.fixed("orders", 1), task);
    }

    private static void run(ExecutorService pool, Callable<?> task) throws Exception {
        pool.submit(task).get();
        pool.shutdown();
    }

    private static String read() throws IOException {
        return Files.readString(Path.of(System.getProperty("java.home"), "release"));
    }
}
