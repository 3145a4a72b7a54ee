package io.github.liveliness.monitor;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/** The settings of a {@link Watcher}. Not safe for use by several threads; can start any number of watchers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WatcherBuilder {

    private Duration period = Duration.ofMillis(100);
    private Duration warnAfter = Duration.ofSeconds(1);
    private Duration giveUpAfter = Duration.ofSeconds(5);
    private StallListener listener = new StallListener() {};
    private final List<TimedRemedy> remedies = new ArrayList<>();
    private UncaughtExceptionHandler handler =
            (thread, thrown) -> thread.getThreadGroup().uncaughtException(thread, thrown);

    WatcherBuilder() {}

    /**
     * Sets the pause between two looks, by which thresholds may be missed.
     *
     * @param period longer than zero; 100 ms by default
     * @return this builder
     */
    public WatcherBuilder period(Duration period) {
        this.period = Positive.duration("WatcherBuilder.period", period);
        return this;
    }

    /**
     * Sets the silence that makes a stall.
     *
     * @param silence longer than zero; 1 s by default
     * @return this builder
     */
    public WatcherBuilder warnAfter(Duration silence) {
        this.warnAfter = Positive.duration("WatcherBuilder.warnAfter", silence);
        return this;
    }

    /**
     * Sets the silence after which hope is lost.
     *
     * @param silence no shorter than {@link #warnAfter}; 5 s by default
     * @return this builder
     */
    public WatcherBuilder giveUpAfter(Duration silence) {
        this.giveUpAfter = Positive.duration("WatcherBuilder.giveUpAfter", silence);
        return this;
    }

    /**
     * Sets whom to tell.
     *
     * @param listener called on the watcher's thread; nobody by default
     * @return this builder
     */
    public WatcherBuilder listener(StallListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Adds something to try on a stalled runtime. The remedies of a watcher are tried one after the other as each
     * becomes due, those of the same time in the order they were added; all of them again in the next stall.
     *
     * @param silence how long the runtime has been silent then; no remedy is tried before {@link #warnAfter}
     * @param remedy called on the watcher's thread
     * @return this builder
     */
    public WatcherBuilder remedy(Duration silence, Remedy remedy) {
        remedies.add(new TimedRemedy(Positive.duration("WatcherBuilder.remedy", silence), remedy));
        return this;
    }

    /**
     * Sets where the failures of listener and remedies go.
     *
     * @param handler called on the watcher's thread; by default what any thread without a handler of its own has
     * @return this builder
     */
    public WatcherBuilder uncaughtExceptionHandler(UncaughtExceptionHandler handler) {
        this.handler = handler;
        return this;
    }

    /**
     * Starts a watcher on a thread of its own. It watches nothing until told what.
     *
     * @return the running watcher
     * @throws IllegalArgumentException if it would give up before it warns
     */
    public Watcher start() {
        return new Watcher(inspection(TimeSource.SYSTEM), period).start();
    }

    Inspection inspection(TimeSource time) {
        List<TimedRemedy> inOrder = remedies.stream()
                .sorted(Comparator.comparing(TimedRemedy::after))
                .toList();
        Thresholds thresholds = new Thresholds(
                warnAfter, giveUpAfter, inOrder.stream().map(TimedRemedy::after).toList());
        Response response =
                new Response(listener, inOrder.stream().map(TimedRemedy::remedy).toList(), handler);
        return new Inspection(new Punctuality(time, period), thresholds, response);
    }
}
