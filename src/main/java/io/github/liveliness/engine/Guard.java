package io.github.liveliness.engine;

import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Stall;
import io.github.liveliness.report.TextReport;
import io.github.liveliness.watch.Hooked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apiguardian.api.API;

/** Guards the bodies of one test, or the lifecycle methods of one class, one after the other. */
@API(status = API.Status.INTERNAL)
public final class Guard implements AutoCloseable {
    private final Engine engine;
    private final Scope scope;
    private final Settings settings;
    private final StallLog log = new StallLog();
    private final Set<ExecutorId> shared = ConcurrentHashMap.newKeySet();
    private final List<AllowEntry> allowed = new CopyOnWriteArrayList<>();
    private final AtomicBoolean judged = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Code that may throw anything. */
    @FunctionalInterface
    public interface Code {
        void run() throws Throwable;
    }

    Guard(Engine engine, Scope scope, Settings settings) {
        this.engine = engine;
        this.scope = scope;
        this.settings = settings;
        if (settings.proving().byHeap()) {
            Hooked.keepEndings();
        }
        if (!settings.blocking().isOff()) {
            engine.openBlocking(scope, settings.blocking());
        }
    }

    /** Called when the test, or the class, is over. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (settings.proving().byHeap()) {
            Hooked.forgetEndings();
        }
        if (!settings.blocking().isOff()) {
            if (judged.compareAndSet(false, true)) {
                engine.noteUses(scope, settings, allowed);
            }
            engine.closeBlocking(scope);
        }
    }

    /** Whose bodies these are. */
    public Scope scope() {
        return scope;
    }

    /** Runs a body on the calling thread, or on one of its own where the settings say so, until it ends or is given up. */
    public Outcome run(Code code) {
        return settings.threadMode() == Settings.ThreadMode.SEPARATE_THREAD
                ? new SeparateThread(scope)
                        .run(carrier -> body(carrier, true), body -> guarded(body, code), this::outcome)
                : sameThread(code);
    }

    private Outcome sameThread(Code code) {
        Body body = body(Thread.currentThread(), false);
        return outcome(body, guarded(body, code));
    }

    private Body body(Thread thread, boolean mayBeAbandoned) {
        return new Body(scope, settings, log, shared, thread, mayBeAbandoned);
    }

    /** Runs the body on its own thread; returns what it threw. */
    private List<Throwable> guarded(Body body, Code code) {
        return Hooked.knowingJoins(() -> Hooked.inScope(scope.id(), () -> {
            engine.guard(body);
            try {
                code.run();
                // One that threw has its own failure, which the stalls seen explain.
                if (log.holdsUnexpectedProof()) {
                    engine.lookAtEnd(body);
                }
                return List.of();
            } catch (Throwable failure) {
                return List.of(failure);
            } finally {
                body.end();
                engine.release(body);
            }
        }));
    }

    private Outcome outcome(Body body, List<Throwable> failures) {
        Optional<Body.Failure> failure = Uninterrupted.call(body::awaitFailure);
        if (failure.isPresent()) {
            Body.Failure why = failure.get();
            log.tell(why.stall());
            String head =
                    TextReport.head(why.stall(), scope.exploring(), why.report().map(Path::toString));
            return new Outcome.Stalled(
                    new Outcome.Report(why.stall(), head, why.report()),
                    why.stack(),
                    failures,
                    settings.exploreOnStall());
        }
        return failures.isEmpty() ? new Outcome.Returned() : new Outcome.Threw(failures.get(0), untold());
    }

    /**
     * Lets code block, besides what the settings allow.
     *
     * @param code what may, as the configuration names it
     * @param reason why
     * @throws io.github.liveliness.blocking.AllowListException if the name is malformed, or the reason is blank
     */
    public void allowBlocking(String code, String reason) {
        allowed.add(AllowEntry.of(code, reason));
    }

    /** What has blocked in tasks of this scope so far, and may not; once, however many extensions ask for the same test. */
    public Optional<Outcome.Blocked> blocked() {
        return settings.blocking().isOff() || !judged.compareAndSet(false, true)
                ? Optional.empty()
                : engine.judgeBlocking(scope, settings, allowed);
    }

    /** From now on a stall of this kind is what the test means to show, and does not fail it. */
    public void expect(Stall.Kind kind) {
        log.expect(kind);
    }

    /** The expected kinds that did not show. */
    public List<Stall.Kind> missing() {
        return log.missing();
    }

    /** The stalls seen so far. */
    public List<Stall> seen() {
        return log.seen();
    }

    /** Waits on the calling thread until a stall of this kind shows. */
    public Optional<Stall> await(Stall.Kind kind, Duration within) throws InterruptedException {
        return log.await(kind, within);
    }

    /** Watches an executor that nobody may have seen being made; it belongs to this scope. */
    public void watch(Executor executor) {
        watch(executor, scope.id());
    }

    /** Watches an executor that nobody may have seen being made, and that other tests share. */
    public void watchShared(Executor executor) {
        shared.add(watch(executor, ScopeId.RUN));
    }

    private static ExecutorId watch(Executor executor, ScopeId owner) {
        return Hooked.inScope(owner, () -> Hooked.watch(executor));
    }

    /** A wrapper that remembers who submits what to an executor, which is watched as well. */
    public ExecutorService wrap(ExecutorService executor) {
        return Hooked.recording(executor);
    }

    /** Takes a look right now at a body that somebody else is about to end, and tells all that may explain it. */
    public List<Outcome.Report> explain() {
        engine.explain(scope);
        return untold();
    }

    /** What was seen and not yet told. */
    private List<Outcome.Report> untold() {
        return log.tellUnexpected().stream()
                .map(stall -> new Outcome.Report(
                        stall, TextReport.head(stall, scope.exploring(), Optional.empty()), Optional.empty()))
                .toList();
    }
}
