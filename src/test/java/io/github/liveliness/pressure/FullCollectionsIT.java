package io.github.liveliness.pressure;

import io.github.liveliness.testing.LateSignals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A heap that is almost full of small objects, and is collected over and over. */
class FullCollectionsIT {
    @TempDir
    private Path output;

    @InAJvmOfItsOwn
    void aJvmThatCollectsAllTheTimeIsNotStalled() {
        Pressures.assertSound(Pressures.jvm(Collecting.class, output)
                .jvmArguments("-Xmx1536m", "-Xms1536m")
                .run(Pressures.fixtures()));
    }

    static final class Collecting {
        private static final int LIVE_BYTES = 1_000_000_000;
        private static final int OBJECT_BYTES = 64;
        private static final int ROW = 1_000;

        /** Else nobody else gets on at all. */
        private static final Duration BREATH = Duration.ofMillis(250);

        private Collecting() {}

        public static void main(String[] fixtures) throws Exception {
            List<Object[]> live = fill();
            PressedProgram.runUnder(() -> collect(live), fixtures);
        }

        private static List<Object[]> fill() {
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < LIVE_BYTES / OBJECT_BYTES / ROW; i++) {
                Object[] row = new Object[ROW];
                for (int j = 0; j < ROW; j++) {
                    row[j] = new byte[OBJECT_BYTES - 16];
                }
                rows.add(row);
            }
            return rows;
        }

        private static void collect(List<Object[]> live) {
            while (!live.isEmpty()) {
                System.gc();
                LateSignals.sleep(BREATH);
            }
        }
    }
}
