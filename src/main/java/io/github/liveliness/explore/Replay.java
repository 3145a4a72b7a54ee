package io.github.liveliness.explore;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;

/** Runs a schedule again. */
@API(status = API.Status.INTERNAL)
public final class Replay {
    private final Program program;

    public Replay(Program program) {
        this.program = program;
    }

    /**
     * How a schedule went.
     *
     * @param run the run
     * @param divergence where it left the schedule, if it did
     */
    public record Replayed(Run run, Optional<Divergence> divergence) {}

    /** Runs it once. */
    public Replayed once(Schedule schedule) {
        ScheduledDecider decider = new ScheduledDecider(schedule);
        Run run = program.run(decider);
        return new Replayed(run, decider.divergence());
    }

    /**
     * Runs it so many times, and counts how often the same failure shows.
     *
     * @param hasTime whether there is time for more than one
     */
    Replays times(int times, Schedule schedule, String fingerprint, BooleanSupplier hasTime) {
        int same = 0;
        int of = 0;
        Optional<String> why = Optional.empty();
        while (of < times && (of == 0 || hasTime.getAsBoolean())) {
            of++;
            Replayed replayed = once(schedule);
            if (Failure.fingerprint(replayed.run().ending())
                    .filter(fingerprint::equals)
                    .isPresent()) {
                same++;
            } else if (why.isEmpty()) {
                why = Optional.of(why(replayed));
            }
        }
        return new Replays(same, of, why);
    }

    private static String why(Replayed replayed) {
        String ended = "replay " + Failure.words(replayed.run().ending());
        return replayed.divergence()
                .map(divergence -> ended + ": " + divergence.words())
                .orElse(ended);
    }
}
