package io.github.liveliness.monitor;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A monitor that has begun to beat, and what the runtime returned for its first beat.
 *
 * <p>This record is a strong reference to the monitor: keep it, or the monitor taken out of it, as long as the runtime
 * is to be monitored.
 *
 * @param monitor the monitor
 * @param spawned what {@link Spawn#spawn} returned for the first beat; later beats return theirs to nobody
 * @param <R> what the runtime returns for a task
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Started<R extends @Nullable Object>(LivelinessMonitor monitor, R spawned) {}
