package io.github.liveliness.explore;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * On what terms runs are controlled.
 *
 * @param points how many points a run may pass
 * @param silence how long a thread may run without coming to a point, by the clock on the wall
 * @param memory whether accesses of volatile fields, atomics and variable handles in code of users are points
 * @param traced whether the steps of each run are remembered, which is dear
 */
@API(status = API.Status.INTERNAL)
public record Terms(int points, Duration silence, boolean memory, boolean traced) {

    public static final Terms USUAL = new Terms(100_000, Duration.ofSeconds(5), false, false);

    public Terms withPoints(int most) {
        return new Terms(most, silence, memory, traced);
    }

    public Terms withSilence(Duration most) {
        return new Terms(points, most, memory, traced);
    }

    public Terms withMemory() {
        return new Terms(points, silence, true, traced);
    }

    public Terms withTrace() {
        return new Terms(points, silence, memory, true);
    }
}
