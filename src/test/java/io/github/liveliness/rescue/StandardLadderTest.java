package io.github.liveliness.rescue;

import static io.github.liveliness.model.RescueLog.Outcome.BODY_STILL_STUCK;
import static io.github.liveliness.model.RescueLog.Outcome.SKIPPED;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardLadderTest {

    private static final Duration GRACE = ofMillis(300);
    private static final RescueTargets NOTHING = new RescueTargets(List.of(), List.of(), List.of());

    private final FakeBody body = new FakeBody();
    private final List<String> ending = new ArrayList<>();

    @Test
    void theRungsGoFromTheGentlestToTheHardest() {
        String thread = Thread.currentThread().getName();

        RescueLog log = climb(new RescuePolicy(true, true, GRACE));

        assertThat(log.steps())
                .extracting(Step::rung, Step::outcome)
                .containsExactly(
                        tuple("lent no threads: no executor that this test made is starved", SKIPPED),
                        tuple("interrupted the test thread \"" + thread + "\"", BODY_STILL_STUCK),
                        tuple(
                                "ended no pending futures: none is known that the body waits for or its executors owe",
                                SKIPPED),
                        tuple("shut no executor down: this test made none that is stuck", SKIPPED),
                        tuple(
                                "could not abandon the test body: it runs on the run's own thread \"" + thread
                                        + "\"; liveliness.thread-mode = separate_thread could",
                                SKIPPED),
                        tuple("halted the JVM with exit code 86", BODY_STILL_STUCK));
    }

    @Test
    void haltsOnlyWhenAskedTo() {
        RescueLog log = climb(new RescuePolicy(true, false, GRACE));

        assertThat(ending).isEmpty();
        assertThat(log.steps().get(5).rung()).isEqualTo("did not halt the JVM: liveliness.halt = false");
        assertThat(log.steps().get(5).outcome()).isEqualTo(SKIPPED);
    }

    @Test
    void saysWhyBeforeItHalts() {
        climb(new RescuePolicy(true, true, GRACE));

        assertThat(ending)
                .containsExactly(
                        "Liveliness: nothing ended the test body on thread \""
                                + Thread.currentThread().getName()
                                + "\", so this JVM halts with exit code 86 (liveliness.halt = true).",
                        "halt 86");
    }

    @Test
    void anAbandonedBodyHaltsNothing() {
        body.abandonable = true;

        climb(new RescuePolicy(true, true, GRACE));

        assertThat(ending).isEmpty();
    }

    @Test
    void lendingCanBeSwitchedOff() {
        RescueLog log = climb(new RescuePolicy(false, false, GRACE));

        assertThat(log.steps().get(0).rung()).isEqualTo("lent no threads: liveliness.lend = false");
        assertThat(log.steps().get(0).outcome()).isEqualTo(SKIPPED);
    }

    @Test
    void aRungWithoutGraceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RescuePolicy(true, false, Duration.ZERO))
                .withMessage("a rung needs time to show what came of it, not PT0S");
    }

    private RescueLog climb(RescuePolicy policy) {
        return Ladder.standard(policy, body.nanoTime::get, code -> ending.add("halt " + code), ending::add)
                .climb(body, NOTHING);
    }
}
