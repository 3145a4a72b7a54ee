package io.github.liveliness.explore;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How often a schedule that failed does so again.
 *
 * @param same how many replays showed the same failure
 * @param of how many there were
 * @param why what another one did instead, if one did
 */
@API(status = API.Status.INTERNAL)
public record Replays(int same, int of, Optional<String> why) {

    /** Whether there was no time for all that there should be. */
    public boolean wereCut() {
        return of < Explorer.REPLAYS;
    }

    /** Whether the schedule can be relied upon. */
    public boolean areAll() {
        return same == of;
    }
}
