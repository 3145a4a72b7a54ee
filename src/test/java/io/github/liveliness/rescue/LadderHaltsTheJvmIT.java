package io.github.liveliness.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LadderHaltsTheJvmIT {

    @Test
    void theJvmDiesWithItsOwnCodeAndSaysWhy() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StuckProgram.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).isEqualTo(86);
        assertThat(output)
                .isEqualToIgnoringNewLines("Liveliness: nothing ended the test body on thread \"body\", "
                        + "so this JVM halts with exit code 86 (liveliness.halt = true).The report.");
    }

    /** Holds the lock of standard error as a stuck body may, and would never end. */
    static final class StuckProgram {

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch held = new CountDownLatch(1);
            RunningBody body = RunningBody.start(() -> {
                synchronized (System.err) {
                    held.countDown();
                    new StuckThings().waitDeafly();
                }
            });
            held.await();
            Ladder.standard(new RescuePolicy(true, true, Duration.ofMillis(50)), () -> "The report.")
                    .climb(body, new RescueTargets(List.of(), List.of(), List.of()));
        }
    }
}
