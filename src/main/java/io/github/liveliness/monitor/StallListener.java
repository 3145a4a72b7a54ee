package io.github.liveliness.monitor;

import org.apiguardian.api.API;

/**
 * Hears what a {@link Watcher} concludes. Override what you want to hear.
 *
 * <p>Every method runs on the watcher's thread; while one takes its time the watcher looks at nothing, and does not
 * count that time as any runtime's silence. What a method throws goes to the watcher's
 * {@linkplain WatcherBuilder#uncaughtExceptionHandler handler}, and the watcher goes on.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StallListener {

    /**
     * A runtime has been silent for as long as {@link WatcherBuilder#warnAfter} says. Once in each stall.
     *
     * @param event the runtime and its silence
     */
    default void onStall(StallEvent event) {}

    /**
     * A runtime has been silent for as long as {@link WatcherBuilder#giveUpAfter} says. Once in each stall, after
     * {@link #onStall}. The watcher itself keeps looking, and tells of a recovery even now.
     *
     * @param event the runtime and its silence
     */
    default void onGiveUp(StallEvent event) {}

    /**
     * A runtime that was reported as stalled has run a beat.
     *
     * @param event the runtime and the silence that has ended
     */
    default void onRecovery(StallEvent event) {}
}
