package io.github.liveliness.monitor;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A runtime's own way to take a task: its submit, post, spawn or schedule function.
 *
 * <p>It is called once on the thread that starts the monitor, and from then on by a thread all monitors share (by the
 * runtime's threads, with {@link Pace#continuous()}). It must queue the beat and return: a function that blocks holds
 * up the beats of every monitor in the JVM. What it throws means that the runtime turned the beat down; the beat is
 * offered again later.
 *
 * <pre>{@code
 * Spawn<Boolean> spawn = eventLoop::post;
 * Started<Boolean> started = LivelinessMonitor.start(spawn);
 * }</pre>
 *
 * @param <R> what the runtime returns for a task
 */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Spawn<R extends @Nullable Object> {

    /**
     * Hands one beat to the runtime.
     *
     * @param beat to be run once, soon, on a thread of the runtime; it never blocks and never throws
     * @return what the runtime returned
     */
    R spawn(Runnable beat);
}
