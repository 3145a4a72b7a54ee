package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Launched;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries as users meet them: the heap is asked, and may neither blame what works nor hide what is stuck. */
class ByTheHeapIT {
    @TempDir
    private Path output;

    @ParameterizedTest
    @ValueSource(
            classes = {
                GuavaTest.class,
                HomeMadeExecutorsTest.class,
                JdkExecutorsTest.class,
                NettyTest.class,
                ReactorTest.class,
                SpringTest.class
            })
    void whatIsStuckIsFoundAndWhatWorksPasses(Class<?> library) {
        ForkedJvm.Outcome outcome = ForkedJvm.of(Verdicts.class)
                .jvmArguments("-Dliveliness.output=" + output)
                .run(library.getName());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.lines())
                .contains("ends well: every test")
                .filteredOn(line -> line.startsWith("stalls: "))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("PROVEN") || line.endsWith("LIKELY"), "a fast verdict");
    }

    /** Runs the fixtures of a test of this room, and prints what became of them. */
    static final class Verdicts {
        private Verdicts() {}

        public static void main(String[] library) throws ClassNotFoundException {
            Launched healthy = Launched.run(Class.forName(library[0] + "$Healthy"));
            System.out.println("ends well: " + (healthy.failed().isEmpty() ? "every test" : healthy.passed()));
            Launched stalled = Launched.run(Class.forName(library[0] + "$Stalled"));
            List<String> tests = new ArrayList<>();
            Stream.of(stalled.failed(), stalled.passed()).forEach(tests::addAll);
            tests.forEach(test -> System.out.println(
                    "stalls: " + test + " is " + stalled.stallOf(test).stall().verdict()));
            // The threads of what is stuck are no daemons.
            System.exit(0);
        }
    }
}
