package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.watch.Hooked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What fails in tests is kept for as long as a proof may ask for it, and where one may. */
@Isolated("the endings of a JVM are kept in one place")
class KeptEndingsTest {
    private static final String PROOF = "liveliness.proof";
    private static final List<Boolean> KEPT = new ArrayList<>();

    @Test
    void whatFailsBeforeAllIsKeptUntilTheClassIsOver() {
        runWithProofBy("heap");

        assertThat(KEPT).containsExactly(true, true);
        assertThat(isKept()).isFalse();
    }

    @Test
    void whereNothingIsProvenByTheHeapNothingIsKept() {
        runWithProofBy("graph");

        assertThat(KEPT).containsExactly(false, false);
    }

    /** The build may have decided for all tests, in the same way. */
    private static void runWithProofBy(String proof) {
        KEPT.clear();
        Optional<String> before = Optional.ofNullable(System.getProperty(PROOF));
        System.setProperty(PROOF, proof);
        try {
            Launched.run(Failing.class);
        } finally {
            before.ifPresentOrElse(decided -> System.setProperty(PROOF, decided), () -> System.clearProperty(PROOF));
        }
    }

    private static boolean isKept() {
        return LongStream.range(1, 10_000)
                .boxed()
                .flatMap(number -> Hooked.lastHolder(number).stream())
                .anyMatch(holder -> holder.code().equals(Held.class.getName()));
    }

    private static final class Held {}

    @DetectStalls
    static class Failing {
        @BeforeAll
        static void fail() {
            Hooks.stageFailed(new Held(), new IllegalStateException("gone"));
        }

        @Test
        void first() {
            KEPT.add(isKept());
        }

        @Test
        void second() {
            KEPT.add(isKept());
        }
    }
}
