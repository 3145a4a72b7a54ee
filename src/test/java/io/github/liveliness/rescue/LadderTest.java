package io.github.liveliness.rescue;

import static io.github.liveliness.model.RescueLog.Outcome.BODY_ENDED;
import static io.github.liveliness.model.RescueLog.Outcome.BODY_STILL_STUCK;
import static io.github.liveliness.model.RescueLog.Outcome.SKIPPED;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.RescueLog.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    private static final Duration GRACE = ofMillis(300);
    private static final RescueTargets NOTHING = new RescueTargets(List.of(), List.of(), List.of());

    private final FakeBody body = new FakeBody();
    private final List<String> climbed = new ArrayList<>();

    @Test
    void climbsRungAfterRungUntilTheBodyEnds() {
        RescueLog log = climb(acted("first"), ending("second"), acted("third"));

        assertThat(climbed).containsExactly("first", "second");
        assertThat(log.steps())
                .containsExactly(new Step("first", BODY_STILL_STUCK, GRACE), new Step("second", BODY_ENDED, GRACE));
        assertThat(log.experiment()).isEmpty();
    }

    @Test
    void aBodyThatHasEndedIsLeftAlone() {
        body.ended = true;

        RescueLog log = climb(acted("first"));

        assertThat(climbed).isEmpty();
        assertThat(log.steps())
                .containsExactly(new Step("found that the test body had ended", BODY_ENDED, Duration.ZERO));
    }

    @Test
    void aBodyThatEndsByItselfBetweenTwoRungsStopsTheClimb() {
        Rung skippedWhileTheBodyEnds = rung("first", () -> {
            body.ended = true;
            return new Attempt.Skipped("first");
        });

        RescueLog log = climb(skippedWhileTheBodyEnds, acted("second"));

        assertThat(climbed).containsExactly("first");
        assertThat(log.steps()).extracting(Step::outcome).containsExactly(SKIPPED, BODY_ENDED);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
    void aRungThatThrowsIsRecordedWithTheReasonAndTheNextOneClimbed(Class<? extends Throwable> type) throws Exception {
        Throwable failure = type.getConstructor(String.class).newInstance("no luck");
        Rung broken = rung("breaking", () -> sneakilyThrow(failure));

        RescueLog log = climb(broken, ending("second"));

        assertThat(log.steps())
                .containsExactly(
                        new Step("breaking failed: " + type.getName() + ": no luck", SKIPPED, Duration.ZERO),
                        new Step("second", BODY_ENDED, Duration.ZERO));
    }

    @Test
    void anAbandonedBodyStopsTheClimbThoughItGoesOn() {
        RescueLog log = climb(rung("abandon", () -> new Attempt.LetGo("abandoned")), acted("second"));

        assertThat(climbed).containsExactly("abandon");
        assertThat(log.steps()).containsExactly(new Step("abandoned", BODY_STILL_STUCK, Duration.ZERO));
    }

    @Test
    void aSkippedRungGetsNoGrace() {
        RescueLog log = climb(rung("first", () -> new Attempt.Skipped("skipped")));

        assertThat(log.steps()).containsExactly(new Step("skipped", SKIPPED, Duration.ZERO));
    }

    @Test
    void lentThreadsThatDidNotHelpGetNoGrace() {
        Experiment experiment = new Experiment("orders", 1, 10, false, Effect.NONE);

        RescueLog log = climb(rung("lend", () -> new Attempt.Lent("lent", experiment)));

        assertThat(log.steps()).containsExactly(new Step("lent", BODY_STILL_STUCK, Duration.ZERO));
        assertThat(log.experiment()).contains(experiment);
    }

    @Test
    void lentThreadsThatHelpedGetTheirGrace() {
        Experiment experiment = new Experiment("orders", 1, 1, true, Effect.NONE);

        RescueLog log = climb(rung("lend", () -> new Attempt.Lent("lent", experiment)));

        assertThat(log.steps()).containsExactly(new Step("lent", BODY_STILL_STUCK, GRACE));
        assertThat(log.experiment()).contains(experiment);
    }

    @Test
    void lentThreadsWereEnoughIfTheBodyThenEnds() {
        Experiment experiment = new Experiment("orders", 1, 1, true, Effect.NONE);

        RescueLog log = climb(rung("lend", () -> {
            body.ended = true;
            return new Attempt.Lent("lent", experiment);
        }));

        assertThat(log.experiment()).contains(new Experiment("orders", 1, 1, true, Effect.BODY_ENDED));
    }

    @Test
    void eachStepTellsTheTimeSinceTheStart() {
        body.advance(ofMillis(5));
        Rung slow = rung("slow", () -> {
            body.advance(ofMillis(20));
            return new Attempt.Acted("slow");
        });

        RescueLog log = climb(slow, acted("second"));

        assertThat(log.steps()).extracting(Step::after).containsExactly(ofMillis(320), ofMillis(620));
    }

    @Test
    void anInterruptedClimberStopsAndStaysInterrupted() {
        Rung interrupted = rung("first", () -> {
            throw new InterruptedException();
        });

        RescueLog log = climb(interrupted, acted("second"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(climbed).containsExactly("first");
        assertThat(log.steps()).isEmpty();
    }

    private RescueLog climb(Rung... rungs) {
        return new Ladder(List.of(rungs), GRACE, body.nanoTime::get).climb(body, NOTHING);
    }

    private Rung acted(String name) {
        return rung(name, () -> new Attempt.Acted(name));
    }

    private Rung ending(String name) {
        return rung(name, () -> {
            body.ended = true;
            return new Attempt.Acted(name);
        });
    }

    private Rung rung(String name, Callable<Attempt> attempt) {
        return new Rung() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Attempt attempt(StuckBody stuck, RescueTargets targets) throws Exception {
                climbed.add(name);
                return attempt.call();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> Attempt sneakilyThrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
