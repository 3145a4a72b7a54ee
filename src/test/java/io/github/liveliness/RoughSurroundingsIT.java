package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whatever else goes wrong in the JVM, a test has its own outcome, and the stall after it is found. */
class RoughSurroundingsIT {
    @TempDir
    private Path output;

    @Test
    void aFullHeapAndListenersThatThrowChangeNoOutcome() {
        Outcome outcome = ForkedJvm.of(Program.class)
                .brief()
                .jvmArguments("-Xmx40m", "-Dliveliness.output=" + output)
                .run();

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactly(
                        "fillsTheHeap() SUCCESSFUL",
                        "hasAThreadThatDies() SUCCESSFUL",
                        "stalls() FAILED with " + StallError.class.getName(),
                        "the end");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Liveliness")))
                .as("each line once")
                .doesNotHaveDuplicates();
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> {
                throw new IllegalStateException("the user's handler");
            });
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(Fixture.class))
                                    .build(),
                            new Throwing());
            System.out.println("the end");
        }
    }

    private static final class Throwing implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier test) {
            throw new IllegalStateException("the user's listener");
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                System.out.println(test.getDisplayName() + " " + result.getStatus()
                        + result.getThrowable()
                                .map(failure -> " with " + failure.getClass().getName())
                                .orElse(""));
            }
            throw new IllegalStateException("the user's listener");
        }
    }

    @DetectStalls
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Fixture {
        @Test
        @Order(1)
        void fillsTheHeap() {
            List<byte[]> hoard = new ArrayList<>();
            int full = 0;
            // The watcher, too, is to meet a heap without a byte to spare.
            for (int size = 1 << 20; full < 200; ) {
                try {
                    hoard.add(new byte[size]);
                } catch (OutOfMemoryError expected) {
                    size = Math.max(16, size / 2);
                    full++;
                }
            }
            int held = hoard.size();
            // JUnit gives up a run in which memory is short for itself.
            hoard.clear();
            assertThat(held).isPositive();
        }

        @Test
        @Order(2)
        void hasAThreadThatDies() throws Exception {
            CountDownLatch ran = new CountDownLatch(1);
            Pools.fixed("mortal", 1).execute(() -> {
                ran.countDown();
                throw new IllegalStateException("own failure");
            });
            ran.await();
        }

        @Test
        @Order(3)
        void stalls() throws Exception {
            Stalls.nestedGet();
        }
    }
}
