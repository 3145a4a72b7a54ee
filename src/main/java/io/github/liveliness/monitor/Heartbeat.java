package io.github.liveliness.monitor;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task on the runtime: it stores now, and is offered to the runtime again and again until nobody holds the instant
 * it stores to, or it is ended.
 *
 * <p>Threads of the runtime run the beat and take no lock for it; the pacer offers it. So a beat that lies in the
 * runtime's queue, or rests with the pacer, holds the runtime strongly and the monitor weakly.
 */
final class Heartbeat<R extends @Nullable Object> {

    private final WeakReference<AtomicInstant> latestReport;
    private final Host<R> host;
    private final Pace pace;
    private final Pacer pacer;
    private final AtomicInstant offeredAt;
    private final Patience patience = new Patience();

    private volatile Beat latestBeat = new Beat();
    private volatile Answer answer = Answer.ACCEPTED;
    private volatile boolean owed;
    private volatile boolean ended;

    Heartbeat(AtomicInstant latestReport, Host<R> host, Pace pace, Timing timing) {
        this.latestReport = new WeakReference<>(latestReport);
        this.host = host;
        this.pace = pace;
        this.pacer = timing.pacer();
        this.offeredAt = new AtomicInstant(timing.time());
    }

    /** Offers the first beat. What the runtime throws here is the caller's to see: nothing has been started then. */
    R start() {
        R spawned = offer();
        pacer.after(pace.interval(), this::rested);
        return spawned;
    }

    void end() {
        ended = true;
    }

    BeatState state() {
        if (ended || host.isShutdown()) {
            return BeatState.ENDED;
        }
        return answer.accepted() ? BeatState.BEATING : BeatState.REJECTED;
    }

    Optional<Throwable> rejection() {
        return answer.thrown();
    }

    /** How long the runtime has owed us the run of a beat; zero while the beat rests, for nothing can be late then. */
    Duration overdue() {
        return owed ? offeredAt.elapsed() : Duration.ZERO;
    }

    private void rested() {
        if (latestReport.refersTo(null) || state() == BeatState.ENDED) {
            end();
            return;
        }
        if (!owed || !answer.accepted() || patience.endsAfter(offeredAt.elapsed())) {
            offerQuietly();
        }
        pacer.after(pace.interval(), this::rested);
    }

    private void offerQuietly() {
        try {
            offer();
        } catch (Throwable thrown) {
            answer = Answer.refusal(thrown);
        }
    }

    private R offer() {
        Beat beat = new Beat();
        latestBeat = beat;
        if (!owed) {
            offeredAt.storeNow();
            owed = true;
        }
        R spawned = host.spawn().spawn(beat);
        answer = beat.handedOver();
        return spawned;
    }

    /** Apart from the beat's run, so that no local variable there holds the instant while the runtime is at work. */
    private boolean report() {
        AtomicInstant instant = latestReport.get();
        if (ended || instant == null) {
            return false;
        }
        instant.storeNow();
        owed = false;
        return true;
    }

    /** One offer to the runtime. Only the latest continues a continuous beat; an older one found again must not. */
    private final class Beat implements Runnable {

        private final Thread giver = Thread.currentThread();
        private boolean given;
        private boolean ranOnGiver;

        /** The giver's own fields: another thread running the beat looks no further than who the giver is. */
        Answer handedOver() {
            given = true;
            return ranOnGiver ? Answer.RAN_ON_THE_CALLER : Answer.ACCEPTED;
        }

        @Override
        public void run() {
            if (giver == Thread.currentThread() && !given) {
                ranOnGiver = true;
            } else if (report() && pace.isContinuous() && latestBeat == this) {
                offerQuietly();
            }
        }

        @Override
        public String toString() {
            return "liveliness beat";
        }
    }
}
