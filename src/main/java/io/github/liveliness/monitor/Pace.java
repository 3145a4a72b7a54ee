package io.github.liveliness.monitor;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How long a monitor's beat rests between two runs. Immutable.
 *
 * <pre>{@code
 * LivelinessMonitor.start(pool, Pace.every(Duration.ofMillis(100)));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Pace {

    private static final Pace STANDARD = new Pace(Duration.ofMillis(25), false);
    private static final Pace CONTINUOUS = new Pace(STANDARD.interval, true);

    private final Duration interval;
    private final boolean continuous;

    private Pace(Duration interval, boolean continuous) {
        this.interval = interval;
        this.continuous = continuous;
    }

    /** {@return a rest of 25 ms, the default} */
    public static Pace standard() {
        return STANDARD;
    }

    /**
     * {@return a rest of the given length} While it lasts nothing of the monitor's lies in the runtime's queue.
     *
     * @param interval longer than zero
     * @throws IllegalArgumentException if the interval is zero or negative
     */
    public static Pace every(Duration interval) {
        return new Pace(Positive.duration("Pace.every", interval), false);
    }

    /**
     * {@return no rest: each run of the beat submits the next one at once}
     *
     * <p><strong>This is dear.</strong> Measured, it burns 65 to 100 % of a core on a fixed, single or cached pool or a
     * {@link java.util.concurrent.ForkJoinPool}, 37 to 88 % on a scheduled pool, 134 % on virtual threads. A
     * ForkJoinPool, whose workers take their own newest task first, may run the beat and nothing else. Meant for
     * measuring how fast a runtime turns tasks over, not for production.
     */
    public static Pace continuous() {
        return CONTINUOUS;
    }

    /** How often the pacer looks after the beat; for a continuous one, to mend it where the runtime lost it. */
    Duration interval() {
        return interval;
    }

    boolean isContinuous() {
        return continuous;
    }

    @Override
    public String toString() {
        return continuous ? "Pace.continuous()" : "Pace.every(" + interval + ")";
    }
}
