package io.github.liveliness.engine;

import io.github.liveliness.model.Pressure;
import io.github.liveliness.watch.Hooked;
import io.github.liveliness.watch.Tick;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The one thread that watches: it ticks while there are bodies to guard, and looks closer where a tick gives reason. */
final class StallWatcher implements Runnable {
    static final long PERIOD = Duration.ofMillis(25).toNanos();

    /** Where there is nothing to count: to be woken costs more than to look. */
    static final long CALM_PERIOD = 2 * PERIOD;

    /** What tests made may be collected long after the last of them. */
    private static final long BETWEEN_TIDYINGS = Duration.ofSeconds(1).toNanos();

    private static final int TICKS_BETWEEN_LOOKS_AT_A_CASE = 4;

    private final Watch watch;
    private final Inspection inspection;
    private final LongSupplier clock;
    private final BooleanSupplier debuggerHolds;
    private final Shield shield;
    private final Runnable eachTick;
    private final Set<Body> bodies = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final Map<Body, WaitCounter> waits = new HashMap<>();
    private final Urgency urgency = new Urgency();
    private final LookBudget budget = new LookBudget();
    private List<Pressure> pressures = List.of();
    private long due;
    private long period = PERIOD;
    private long healthyNanos;
    private long ticks;
    private long nextTidying;

    /**
     * To be run on a thread of its own.
     *
     * @param clock a monotonic clock in nanoseconds
     * @param debuggerHolds tells whether a debugger holds a thread now, for which others may wait for as long as it likes
     * @param eachTick is run with each tick
     */
    StallWatcher(
            Watch watch,
            Inspection inspection,
            LongSupplier clock,
            BooleanSupplier debuggerHolds,
            Shield shield,
            Runnable eachTick) {
        this.watch = watch;
        this.inspection = inspection;
        this.clock = clock;
        this.debuggerHolds = debuggerHolds;
        this.shield = shield;
        this.eachTick = eachTick;
        this.nextTidying = clock.getAsLong();
    }

    void guard(Body body, Thread watcher) {
        bodies.add(body);
        LockSupport.unpark(watcher);
    }

    void release(Body body) {
        bodies.remove(body);
    }

    /** Has a last look made at a body that is about to end; {@code done} runs afterwards, on the watcher's thread. */
    void lookAtEnd(Body body, Runnable done, Thread watcher) {
        request(() -> inspection.lookAtEnd(body), done, watcher);
    }

    /** Has all findings about the bodies of a scope noted; {@code done} runs afterwards, on the watcher's thread. */
    void explain(Scope scope, Runnable done, Thread watcher) {
        request(
                () -> bodies.stream()
                        .filter(body -> body.scope().equals(scope))
                        .forEach(body -> inspection.explain(body, pressures)),
                done,
                watcher);
    }

    private void request(Runnable look, Runnable done, Thread watcher) {
        requests.add(() -> {
            try {
                look.run();
            } finally {
                done.run();
            }
        });
        LockSupport.unpark(watcher);
    }

    @Override
    public void run() {
        // Made once: where memory is short, making it in the loop would throw outside of the shield, and end this
        // thread.
        Runnable step = this::step;
        shield.run(() -> Hooked.callMe(Thread.currentThread()));
        while (true) {
            shield.run(step);
        }
    }

    private void step() {
        for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
        }
        if (bodies.isEmpty()) {
            rest();
            return;
        }
        long now = clock.getAsLong();
        if (Hooked.wasCalled()) {
            urgency.called(now);
        }
        if (now >= due) {
            tick(now);
        } else if (urgency.due(now)) {
            check(now);
        } else {
            LockSupport.parkNanos(this, Math.min(due, urgency.nextCheck()) - now);
        }
    }

    /** A check that fails is a check made: it must not come again at once. */
    private void check(long now) {
        boolean found = false;
        try {
            found = watch.anyParked(inspection.stuck()) && look();
        } finally {
            urgency.checked(now, found);
        }
    }

    private void rest() {
        waits.clear();
        Hooked.leaveMe(Thread.currentThread());
        while (bodies.isEmpty() && requests.isEmpty()) {
            tidy();
            LockSupport.parkNanos(this, BETWEEN_TIDYINGS);
        }
        Hooked.callMe(Thread.currentThread());
        due = clock.getAsLong();
    }

    private void tidy() {
        long now = clock.getAsLong();
        if (now - nextTidying >= 0) {
            nextTidying = now + BETWEEN_TIDYINGS;
            watch.tidy();
        }
    }

    private void tick(long now) {
        long late = now - due;
        Tick tick = new Tick(now, lost(late));
        due = now + PERIOD;
        ticks++;
        eachTick.run();
        healthyNanos += tick.onTime() ? period : 0;
        pressures = watch.tick(tick, bodies.stream().map(Body::thread).toList());
        waits.keySet().retainAll(bodies);
        boolean stuckBody = bodies.stream().filter(this::waitIsDue).count() > 0;
        boolean openCase = inspection.hasOpenCases() && ticks % TICKS_BETWEEN_LOOKS_AT_A_CASE == 0;
        period = isCalm() ? CALM_PERIOD : PERIOD;
        due = now + period;
        boolean silence = pressures.stream().anyMatch(pressure -> Attention.due(pressure.quietTicks()));
        inspection.tick(bodies, healthyNanos);
        if (stuckBody || openCase || silence || inspection.hasNews()) {
            lookBetweenTicks();
        }
    }

    private boolean isCalm() {
        return pressures.isEmpty()
                && !inspection.hasOpenCases()
                && waits.values().stream().noneMatch(WaitCounter::isWaiting);
    }

    /** A look makes no tick late: where pauses are frequent as well, none would ever be on time. */
    private void lookBetweenTicks() {
        try {
            look();
        } finally {
            long end = clock.getAsLong();
            if (end > due) {
                period = PERIOD;
                due = end + period;
            }
        }
    }

    private long lost(long late) {
        if (late > PERIOD) {
            return late;
        }
        return debuggerHolds.getAsBoolean() ? PERIOD : 0;
    }

    private boolean waitIsDue(Body body) {
        int waited = waits.computeIfAbsent(body, fresh -> new WaitCounter()).count(watch.waitMark(body.thread()));
        return waited >= TICKS_BETWEEN_LOOKS_AT_A_CASE && Attention.due(waited);
    }

    private boolean look() {
        long start = clock.getAsLong();
        if (!budget.allows(start)) {
            return false;
        }
        try {
            return inspection.look(bodies, pressures, healthyNanos);
        } finally {
            budget.spent(start, clock.getAsLong());
        }
    }
}
