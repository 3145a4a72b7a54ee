package io.github.liveliness;

import io.github.liveliness.engine.Control;
import io.github.liveliness.engine.Controls;
import io.github.liveliness.engine.Explored;
import io.github.liveliness.engine.ExploredTest;
import io.github.liveliness.engine.Exploring;
import io.github.liveliness.engine.ExploringCommand;
import io.github.liveliness.engine.FollowUp;
import io.github.liveliness.engine.Outcome;
import io.github.liveliness.engine.Quiet;
import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a test again and again in place of its one run. In those runs, which JUnit makes of it too, everything goes as ever.
 *
 * <p>The instance that the report is about is there for the report alone: its test and its lifecycle methods are not called.
 */
final class TestExploration {
    private final Function<Exploring, Control> control;

    TestExploration(Function<Exploring, Control> control) {
        this.control = control;
    }

    /** In this JVM. */
    static TestExploration ofThisJvm() {
        return new TestExploration(exploring -> Controls.open(exploring, System.err::println));
    }

    /** What belongs to each run is left out of the one that is none. */
    void skipOutside(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (InnerConfiguration.isOf(context)) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }

    /**
     * Explores in the place of the body.
     *
     * @param command how the test is explored where it does not say so itself
     */
    void explore(Invocation<Void> invocation, ExtensionContext context, Optional<ExploringCommand> command)
            throws Throwable {
        if (InnerConfiguration.isOf(context)) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        Exploring settings = settings(context);
        InnerRun inner = inner(context);
        Explored explored = explored(name(context, inner, command), settings, inner);
        if (explored instanceof Explored.Passed passed) {
            Optional<Throwable> abortion = inner.whyNeverCompleted();
            if (abortion.isPresent()) {
                throw abortion.get();
            }
            context.publishReportEntry("liveliness.explore", passed.words());
        } else if (explored instanceof Explored.Failed failed) {
            throw error(failed);
        } else {
            throw ScheduleError.of((Explored.Impossible) explored);
        }
    }

    /** Explores a test that is over, and that has stalled, as far as that is possible here. */
    FollowUp followUp(ExtensionContext context, Stall live, ExploringCommand command, FollowUpTime time) {
        try {
            Exploring settings = settings(context).anew();
            if (time.isSpent(settings.within())) {
                return FollowUp.late();
            }
            InnerRun inner = inner(context);
            return Quiet.await()
                    .map(FollowUp::beside)
                    .orElseGet(() -> time.spend(() -> followUp(
                            explored(name(context, inner, Optional.of(command)), settings, inner), inner, live)));
        } catch (RuntimeException | ScheduleError failed) {
            return FollowUp.notExplored(String.valueOf(failed.getMessage()));
        }
    }

    private static FollowUp followUp(Explored explored, InnerRun inner, Stall live) {
        return Optional.of(explored)
                .filter(Explored.Passed.class::isInstance)
                .flatMap(passed -> inner.whyNeverCompleted())
                .map(FollowUp::aborted)
                .orElseGet(() -> FollowUp.of(explored, live));
    }

    private static ExploredTest.Name name(
            ExtensionContext context, InnerRun inner, Optional<ExploringCommand> command) {
        return new ExploredTest.Name(inner.id(), TestNames.of(context), command);
    }

    private static AssertionError error(Explored.Failed failed) {
        return failed.stall()
                .<AssertionError>map(stall -> StallError.of(
                        new Outcome.Report(stall, failed.words(), Optional.empty()), failed.stack(), List.of()))
                .orElseGet(() -> ScheduleError.of(failed));
    }

    private Explored explored(ExploredTest.Name name, Exploring settings, InnerRun inner) {
        try (Control opened = control.apply(settings)) {
            return new ExploredTest(name, settings, opened, inner::execute, System::nanoTime, System.err::println)
                    .run();
        }
    }

    private static Exploring settings(ExtensionContext context) {
        WrittenSettings written = context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Explore.class))
                .map(WrittenSettings::of)
                .orElse(WrittenSettings.NONE);
        return Exploring.read(ContextSources.of(context, written));
    }

    private static InnerRun inner(ExtensionContext context) {
        try {
            return InnerRun.of(context);
        } catch (NoClassDefFoundError absent) {
            throw new ScheduleError(
                    "To explore a test JUnit runs it again, and JUnit's launcher is not on the class path: " + absent
                            + ". Add org.junit.platform:junit-platform-launcher to the tests' dependencies.");
        }
    }
}
