package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listeners and remedies are other people's code. */
class ResponseTest {

    private static final Transition STALL =
            new Transition(Health.GOOD, new Health(Level.STALLED, Duration.ofSeconds(1), 2));
    private static final StallEvent EVENT =
            new StallEvent("pool", Duration.ofSeconds(1), HandClock.NOON, BeatState.BEATING);

    private final List<Throwable> failures = new ArrayList<>();
    private final Recorder recorder = new Recorder();

    @Test
    void aListenerThatThrowsKeepsNoRemedyFromItsTurn() {
        AssertionError failure = new AssertionError("listener");
        StallListener broken = new StallListener() {
            @Override
            public void onStall(StallEvent event) {
                throw failure;
            }
        };

        respond(broken, recorder.remedy("first"), recorder.remedy("second"));

        assertThat(failures).containsExactly(failure);
        assertThat(recorder.lines()).containsExactly("pool: first", "pool: second");
    }

    @Test
    void aRemedyThatThrowsKeepsTheNextOneNotFromItsTurn() {
        IOException failure = new IOException("remedy");

        respond(
                recorder,
                event -> {
                    throw failure;
                },
                recorder.remedy("second"));

        assertThat(failures).containsExactly(failure);
        assertThat(recorder.lines()).containsExactly("pool: stall", "pool: second");
    }

    @Test
    void aHandlerThatThrowsIsIgnored() {
        Response response = new Response(
                recorder,
                List.of(
                        event -> {
                            throw new IOException("remedy");
                        },
                        recorder.remedy("second")),
                (thread, thrown) -> {
                    throw new IllegalStateException("handler", thrown);
                });

        assertThatCode(() -> response.to(STALL, EVENT)).doesNotThrowAnyException();

        assertThat(recorder.lines()).endsWith("pool: second");
    }

    @Test
    void aListenerMayLeaveEveryMethodAsItIs() {
        respond(new StallListener() {});

        assertThat(failures).isEmpty();
    }

    private void respond(StallListener listener, Remedy... remedies) {
        List<Remedy> tried = remedies.length == 0 ? List.of(event -> {}, event -> {}) : List.of(remedies);
        new Response(listener, tried, (thread, thrown) -> failures.add(thrown)).to(STALL, EVENT);
    }
}
