package io.github.liveliness.monitor;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * What a {@link Watcher} saw of one runtime at one moment. Immutable.
 *
 * @param runtime the name the monitor is watched under
 * @param silence how long the runtime has owed a beat, times at which the watcher itself was held up left out; at a
 *     recovery, how long it had when last looked at
 * @param latestReport when the latest beat ran, by the wall clock
 * @param state how the runtime took the latest beat: {@link BeatState#REJECTED} tells of a full queue
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StallEvent(String runtime, Duration silence, Instant latestReport, BeatState state) {}
