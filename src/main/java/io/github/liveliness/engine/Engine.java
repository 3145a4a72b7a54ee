package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.AgentStatus;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.agent.OwnThread;
import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.blocking.CallBook;
import io.github.liveliness.blocking.FlightBook;
import io.github.liveliness.blocking.OpenCalls;
import io.github.liveliness.blocking.ReadAnnotations;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.watch.Watch;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The one place that wires the steps: watch, diagnose, rescue, report.
 *
 * <p>There is one engine in a JVM, with one watcher thread; it starts with the first test class that is watched. All
 * methods may be called from any thread.
 */
@API(status = API.Status.INTERNAL)
public final class Engine {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private static Optional<Engine> running = Optional.empty();
    private static boolean impossible;

    private final StallWatcher watcher;
    private final Thread thread;
    private final CallBook calls;
    private final FlightBook flights;
    private final BlockingJudge judge;
    private final Shield shield;
    private final Notes notes;

    // A low priority is a courtesy to the tests; nothing relies on it.
    @SuppressWarnings("ThreadPriorityCheck")
    private Engine(
            StallWatcher watcher, CallBook calls, FlightBook flights, BlockingJudge judge, Shield shield, Notes notes) {
        this.watcher = watcher;
        this.calls = calls;
        this.flights = flights;
        this.judge = judge;
        this.shield = shield;
        this.notes = notes;
        this.thread = OwnThread.daemon("liveliness watcher", watcher);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /**
     * The engine, started if this is the first call; nothing in a JVM that lacks what watching needs.
     *
     * @param settings the settings of the first test class decide about the agent
     * @param console takes lines for whoever reads the test output
     * @param mayBlock reads the reason for which an annotation lets code block, if it has one
     * @throws SettingsException if an agent is required and cannot be had
     */
    public static synchronized Optional<Engine> start(
            Settings settings, Consumer<String> console, Function<AnnotatedElement, Optional<String>> mayBlock) {
        if (running.isEmpty() && !impossible) {
            // Nothing of agent.boot may be touched before the agent had its chance.
            AgentStatus agent = Attachment.ensure(settings.agent(), console);
            if (settings.blocking().then() != Blocking.Then.OFF && Attachment.hooksBlockingCalls()) {
                // Takes as long as wiring does, and needs none of it; a guard waits for its end.
                OwnThread.daemon("liveliness hooks", Attachment::hookBlockingCalls)
                        .start();
            }
            List<String> limits = new CopyOnWriteArrayList<>(limits(agent, settings, console));
            try {
                running = Optional.of(wire(limits, console, mayBlock));
            } catch (NoClassDefFoundError absent) {
                impossible = true;
                console.accept("Liveliness cannot watch in this JVM, and the tests run without it: " + absent
                        + ". Add to the JVM's command line: --add-modules java.management,jdk.management,jdk.jfr");
            }
        }
        return running;
    }

    private static List<String> limits(AgentStatus agent, Settings settings, Consumer<String> console) {
        List<String> limits = new ArrayList<>();
        if (agent instanceof AgentStatus.Present present) {
            present.open(Watch.class.getModule());
            limits.addAll(present.notes());
        } else if (agent instanceof AgentStatus.Missing missing) {
            if (settings.agent() == AgentMode.REQUIRED) {
                throw new SettingsException("liveliness.agent = required, and there is no agent. " + missing.why());
            }
            limits.add(missing.why());
            if (settings.agent() == AgentMode.AUTO) {
                console.accept(
                        "Liveliness watches without its agent: only executors in fields of the test class, or handed"
                                + " to StallWatch, are watched, and only the heap proves a stall. " + missing.why());
            }
        }
        return limits;
    }

    private static Engine wire(
            List<String> limits, Consumer<String> console, Function<AnnotatedElement, Optional<String>> mayBlock) {
        Watch watch = Watch.open(System::nanoTime);
        Shield shield = new Shield(new FailureLog(console));
        Prover prover = new Prover(
                HeapProof.open(System::nanoTime),
                shield,
                work -> OwnThread.daemon("liveliness prover", work).start(),
                console);
        prover.sweep();
        ReportFolder reports = new ReportFolder(ProcessHandle.current().pid(), console);
        Inspection inspection = new Inspection(
                watch,
                shield,
                new HeapBook(watch, prover),
                new OpenCalls(watch::name, System::nanoTime),
                limits,
                rescue -> OwnThread.daemon("liveliness rescue", () -> rescue.run(console))
                        .start(),
                new RunReport(console),
                reports);
        CallBook calls = new CallBook(System::nanoTime, watch::identifier);
        FlightBook flights = new FlightBook(System::nanoTime, watch::identifier);
        Engine engine = new Engine(
                new StallWatcher(watch, inspection, System::nanoTime, holder(watch), shield, calls::take),
                calls,
                flights,
                new BlockingJudge(calls, flights, new ReadAnnotations(users(), mayBlock), new BlockingReport(reports)),
                shield,
                new Notes(limits, console));
        prover.leaveOut(engine.thread);
        return engine;
    }

    /** Nobody asks about every thread in every tick where there can be no debugger. */
    private static BooleanSupplier holder(Watch watch) {
        return Debugger.isAttached() ? watch::anySuspended : () -> false;
    }

    private static ClassLoader users() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread;
    }

    void openBlocking(Scope scope, Blocking blocking) {
        shield.run(() -> {
            boolean hooked = Attachment.hooksBlockingCalls();
            if (hooked) {
                Attachment.hookBlockingCalls();
            } else {
                tellUnseen(blocking);
            }
            calls.open(scope.id(), scope.test(), blocking.filter());
            if (blocking.isRecorded(hooked)) {
                flights.open(scope.id(), scope.test(), blocking.filter(), hooked);
            }
        });
    }

    void closeBlocking(Scope scope) {
        shield.run(() -> calls.close(scope.id()));
        shield.run(() -> flights.close(scope.id()));
    }

    /** For a scope that is not judged. */
    void noteUses(Scope scope, Settings settings, List<AllowEntry> allowed) {
        shield.run(() -> judge.noteUses(scope, settings.blocking().allowing(allowed)));
    }

    Optional<Outcome.Blocked> judgeBlocking(Scope scope, Settings settings, List<AllowEntry> allowed) {
        Blocking blocking = settings.blocking().allowing(allowed);
        return shield.ask(() -> {
            try {
                return judge.judge(scope, blocking, settings.output(), () -> unseen(blocking));
            } finally {
                tellUnseen(blocking);
            }
        });
    }

    /** Some of it shows only when a class is loaded. Who watches without an agent was told so, and did not ask for this. */
    private void tellUnseen(Blocking blocking) {
        boolean isNews = Attachment.hooksBlockingCalls() || blocking.isAskedFor();
        unseen(blocking).forEach(isNews ? notes::tell : notes::keep);
    }

    /** What is not seen of calls that are looked for in this way, as far as that is known by now, a sentence each. */
    private List<String> unseen(Blocking blocking) {
        boolean hooked = Attachment.hooksBlockingCalls();
        boolean recorded = blocking.isRecorded(hooked);
        List<String> unseen =
                new ArrayList<>(hooked ? Attachment.unseenBlockingCalls() : List.of(withoutAgent(recorded)));
        if (recorded) {
            unseen.addAll(flights.unseen());
        }
        return unseen;
    }

    private static String withoutAgent(boolean recorded) {
        return recorded
                ? "There is no agent, so of blocking calls only those are seen that the flight recorder tells of: sleeps, parks,"
                        + " monitors, files and sockets in pools of the JDK, for 1 ms and more."
                : "Blocking calls are not seen, for there is no agent.";
    }

    /** What is to be told once all tests are over. */
    public List<String> atTheEnd() {
        List<String> lines = new ArrayList<>(judge.whereItStands().stream().toList());
        // Where something was not seen, that nothing was found of it tells nothing.
        if (notes.areNone()) {
            shield.run(() -> lines.addAll(judge.whatDidNotBlock(Attachment.annotatedClasses())));
        }
        return lines;
    }

    /** A guard for the bodies of one scope. */
    public Guard guard(Scope scope, Settings settings) {
        return new Guard(this, scope, settings);
    }

    void guard(Body body) {
        watcher.guard(body, thread);
    }

    void release(Body body) {
        watcher.release(body);
    }

    /** Waits, for a bounded time, until the watcher has had a last look at a body that is about to end. */
    void lookAtEnd(Body body) {
        awaitLook(looked -> watcher.lookAtEnd(body, looked, thread));
    }

    /** Waits, for a bounded time, until the watcher has noted every finding about the bodies of a scope. */
    void explain(Scope scope) {
        awaitLook(looked -> watcher.explain(scope, looked, thread));
    }

    private static void awaitLook(Consumer<Runnable> request) {
        CountDownLatch looked = new CountDownLatch(1);
        request.accept(looked::countDown);
        Uninterrupted.call(() -> looked.await(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS));
    }
}
