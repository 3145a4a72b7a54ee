package io.github.liveliness.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.RunningJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that gets no time at all, since somebody has stopped its process. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoppedJvmIT {
    @TempDir
    private Path output;

    @InAJvmOfItsOwn
    void aStopOfThreeSecondsIsNoSilence() throws Exception {
        stopOnceFor(3, "heap");
    }

    @InAJvmOfItsOwn
    void aStopThatLastsLongerThanEveryThresholdIsNoSilence() throws Exception {
        stopOnceFor(5, "graph");
    }

    private void stopOnceFor(int seconds, String proof) throws Exception {
        try (RunningJvm jvm = Pressures.jvm(PressedProgram.class, output)
                .jvmArguments("-Dliveliness.proof=" + proof)
                .start(Pressures.fixtures())) {
            jvm.awaitLines(Pressures.tests(), Pressed.IN_PROGRESS);
            shell(jvm, "kill -STOP $0");
            assertThat(jvm.lines(Pressed.DONE))
                    .as("what ended before the stop, which must meet some that has not")
                    .hasSizeLessThan(Pressed.Healthy.TESTS);
            shell(jvm, "sleep " + seconds + "; kill -CONT $0");
            Pressures.assertSound(jvm.end());
        }
    }

    @InAJvmOfItsOwn
    void manyShortStopsAreNoSilence() throws Exception {
        try (RunningJvm jvm = Pressures.jvm(PressedProgram.class, output).start(Pressures.fixtures())) {
            jvm.awaitLines(1, Pressed.IN_PROGRESS);
            shell(jvm, "while kill -STOP $0; do sleep 0.15; kill -CONT $0; sleep 0.1; done 2>/dev/null");
            Pressures.assertSound(jvm.end());
        }
    }

    private static void shell(RunningJvm jvm, String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script, String.valueOf(jvm.pid())).start();
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
