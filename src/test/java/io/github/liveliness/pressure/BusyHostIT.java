package io.github.liveliness.pressure;

import io.github.liveliness.testing.Pools;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Threads that compute, ten for each processor, and leave the others a small share. */
class BusyHostIT {
    @TempDir
    private Path output;

    @InAJvmOfItsOwn
    void whoeverGetsLittleOfTheProcessorIsNotStalled() {
        Pressures.assertSound(Pressures.jvm(Computing.class, output).run(Pressures.fixtures()));
    }

    static final class Computing {
        private static final int THREADS_EACH = 10;

        private Computing() {}

        public static void main(String[] fixtures) throws Exception {
            PressedProgram.runUnder(Computing::computeEverywhere, fixtures);
        }

        private static void computeEverywhere() {
            for (int i = 0; i < THREADS_EACH * Runtime.getRuntime().availableProcessors(); i++) {
                Pools.daemon(Computing::compute, "computing").start();
            }
        }

        @SuppressWarnings("InfiniteLoopStatement")
        private static void compute() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }
}
