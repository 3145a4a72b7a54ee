package io.github.liveliness.explore;

import java.util.Optional;
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

    /** Runs it so many times, and counts how often the same failure shows. */
    Replays times(int times, Schedule schedule, String fingerprint) {
        int same = 0;
        Optional<String> why = Optional.empty();
        for (int i = 0; i < times; i++) {
            Replayed replayed = once(schedule);
            if (Failure.fingerprint(replayed.run().ending())
                    .filter(fingerprint::equals)
                    .isPresent()) {
                same++;
            } else if (why.isEmpty()) {
                why = Optional.of(why(replayed));
            }
        }
        return new Replays(same, times, why);
    }

    private static String why(Replayed replayed) {
        String ended = "replay " + Failure.words(replayed.run().ending());
        return replayed.divergence()
                .map(divergence -> ended + ": " + divergence.words())
                .orElse(ended);
    }
}
