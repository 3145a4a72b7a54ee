package io.github.liveliness.engine;

import io.github.liveliness.blocking.OpenCalls;
import io.github.liveliness.diagnose.Diagnostician;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One close look: snapshot, diagnosis, and what follows from it for each guarded body. */
final class Inspection {
    private final Watch watch;
    private final Shield shield;
    private final OpenCalls calls;
    private final List<String> limits;
    private final Consumer<Rescue> rescuer;
    private final RunReport runReport;
    private final ReportFolder reports;
    private final HeapBook heap;
    private final Weighing weighing;
    private final AbandonedWaits abandoned;
    private final Victims victims;
    private final TargetSearch search;
    private final CaseBook cases = new CaseBook();
    private final Origins origins = new Origins();
    private final Set<Body> explained = new HashSet<>();

    Inspection(
            Watch watch,
            Shield shield,
            HeapBook heap,
            OpenCalls calls,
            List<String> limits,
            Consumer<Rescue> rescuer,
            RunReport runReport,
            ReportFolder reports) {
        this.watch = watch;
        this.shield = shield;
        this.heap = heap;
        this.weighing = new Weighing(heap);
        this.abandoned = new AbandonedWaits(watch, heap);
        this.victims = new Victims(watch);
        this.search = new TargetSearch(watch, shield);
        this.calls = calls;
        this.limits = limits;
        this.rescuer = rescuer;
        this.runReport = runReport;
        this.reports = reports;
    }

    /** Whether a finding is open, so that the next look may confirm it or fail a test by its age. */
    boolean hasOpenCases() {
        return !cases.isEmpty();
    }

    /** The executors that are known to be stuck, so that nothing new is to be seen in them alone. */
    Set<ExecutorId> stuck() {
        return cases.stuck();
    }

    /**
     * Looks, and acts on what is found.
     *
     * @param guarded the bodies that are running
     * @param pressures where due work does not move
     * @param healthyNanos how much time has passed so far in which the watcher was on time
     * @return whether anything was found
     */
    boolean look(Collection<Body> guarded, List<Pressure> pressures, long healthyNanos) {
        heap.read();
        Map<Body, ThreadId> bodies = new LinkedHashMap<>();
        guarded.forEach(body -> bodies.put(body, watch.name(body.thread())));
        Snapshot snapshot = watch.snapshot(guarded.stream().map(Body::thread).toList());
        List<Diagnosis> diagnoses = Diagnostician.diagnose(snapshot, pressures).stream()
                .filter(diagnosis -> !ExploredWork.isIn(diagnosis, snapshot))
                .toList();
        cases.update(diagnoses, healthyNanos);
        explained.clear();
        for (Diagnosis diagnosis : diagnoses) {
            List<Body> suffering = victims.of(diagnosis, snapshot, bodies);
            Diagnosis weighed = weighing.weigh(diagnosis, suffering, cases.age(diagnosis, healthyNanos), healthyNanos);
            explained.addAll(suffering);
            if (!suffering.isEmpty()) {
                runReport.belongsToATest(weighed);
            } else if (weighed.verdict() == Verdict.PROVEN) {
                stall(weighed, snapshot, Scope.RUN).ifPresent(stall -> runReport.add(weighed, stall));
            }
            for (Body victim : suffering) {
                judge(victim, bodies.getOrDefault(victim, new ThreadId(-1)), weighed, snapshot, healthyNanos);
            }
        }
        bodies.forEach((body, thread) -> {
            if (!explained.contains(body)) {
                abandoned
                        .of(thread, snapshot)
                        .ifPresent(diagnosis -> judge(body, thread, diagnosis, snapshot, healthyNanos));
            }
        });
        return !cases.isEmpty();
    }

    /** Whether a look would learn something that the last one did not know. */
    boolean hasNews() {
        return heap.hasNews();
    }

    /** Puts waits to the proof that have lasted for long. */
    void tick(Collection<Body> guarded, long healthyNanos) {
        abandoned.tick(
                guarded.stream().filter(body -> !explained.contains(body)).toList(), healthyNanos);
    }

    /** A last look for a body that is about to end and has left a proven stall behind. */
    void lookAtEnd(Body body) {
        forEach(body, List.of(), (diagnosis, snapshot) -> {
            if (Judge.failsAtEnd(diagnosis)) {
                // Its thread is with us by now, which is nothing to show.
                fail(body, List.of(), diagnosis, snapshot, body.log()::isNews);
            }
        });
    }

    /** Notes whatever is found about a body, however unsure: somebody is about to end it for being late. */
    void explain(Body body, List<Pressure> pressures) {
        forEach(
                body,
                pressures,
                (diagnosis, snapshot) -> tell(diagnosis, snapshot, body).ifPresent(body.log()::add));
    }

    private void forEach(Body body, List<Pressure> pressures, BiConsumer<Diagnosis, Snapshot> action) {
        Snapshot snapshot = watch.snapshot(List.of(body.thread()));
        Map<Body, ThreadId> bodies = Map.of(body, watch.name(body.thread()));
        for (Diagnosis diagnosis : Diagnostician.diagnose(snapshot, pressures)) {
            if (!victims.of(diagnosis, snapshot, bodies).isEmpty()) {
                action.accept(diagnosis, snapshot);
            }
        }
    }

    private void judge(Body body, ThreadId thread, Diagnosis diagnosis, Snapshot snapshot, long healthyNanos) {
        Judge judge = new Judge(body.settings().after(), body.settings().busyAfter());
        Bearing bearing = Bearing.of(thread, diagnosis, snapshot);
        Duration age = cases.age(diagnosis, healthyNanos);
        if (judge.fails(diagnosis, bearing, age) && !weighing.awaitsAnswer(diagnosis, healthyNanos)) {
            List<StackTraceElement> stack =
                    snapshot.thread(thread).map(state -> state.stack()).orElse(List.of());
            fail(body, stack, OwnTimeout.applied(bearing, thread, diagnosis), snapshot, stall -> true);
        } else if (judge.isWorthNoting(diagnosis, age)) {
            tell(diagnosis, snapshot, body).ifPresent(body.log()::add);
        }
    }

    private void fail(
            Body body,
            List<StackTraceElement> stack,
            Diagnosis diagnosis,
            Snapshot snapshot,
            Predicate<Stall> isReason) {
        tell(diagnosis, snapshot, body).filter(isReason).ifPresent(stall -> {
            body.log().add(stall);
            if (!body.log().expects(stall.kind()) && body.fail(stall, stack)) {
                rescuer.accept(new Rescue(body, stall, search.targets(body, diagnosis, snapshot), reports, shield));
            }
        });
    }

    private Optional<Stall> tell(Diagnosis diagnosis, Snapshot snapshot, Body body) {
        Optional<Stall> stall = stall(diagnosis, snapshot, body.scope());
        origins.told(diagnosis, snapshot, body.scope(), body.ended());
        return stall;
    }

    private Optional<Stall> stall(Diagnosis diagnosis, Snapshot snapshot, Scope scope) {
        return Findings.stall(
                diagnosis, snapshot, scope.test(), origins.of(diagnosis, snapshot, scope), watch, calls, limits);
    }
}
