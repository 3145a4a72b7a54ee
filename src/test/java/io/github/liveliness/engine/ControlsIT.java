package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControlsIT {

    @Test
    void whatHasAttachedTheAgentIsAtWorkNoMoreOnceAnythingIsExplored() {
        assertThat(ForkedJvm.of(Opening.class).run().lines()).containsExactly("attaching: false");
    }

    /** Takes control first of all, as an explored test does that is the first of its JVM. */
    static final class Opening {
        public static void main(String[] arguments) {
            Exploring settings = Exploring.read(
                    new SettingsSources(Map.of(), key -> Optional.empty(), key -> Optional.empty(), Set.of()));
            Controls.open(settings, line -> {}).close();
            System.out.println("attaching: "
                    + Thread.getAllStackTraces().keySet().stream()
                            .anyMatch(thread -> thread.getName().equals("liveliness attach")));
            System.exit(0);
        }
    }
}
