package io.github.liveliness;

import io.github.liveliness.engine.Outcome;
import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.opentest4j.AssertionFailedError;

/**
 * What a stalled test fails with.
 *
 * <p>Its message is the head of the report, its stack trace points at the line where the test waited, or at the one that
 * submitted the stuck work where the test went on, and its cause is what the test threw in the end, if anything.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class StallError extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    /** Not serialized: a report that crosses to another JVM carries its text. */
    private final transient Stall stall;

    private transient Optional<Outcome.Report> unexplored = Optional.empty();
    private String addition = "";

    private StallError(Stall stall, String message) {
        super(message);
        this.stall = stall;
    }

    static StallError of(Outcome.Stalled stalled) {
        StallError error = of(stalled.report(), stalled.stack(), stalled.failures());
        error.unexplored = Optional.of(stalled.report()).filter(report -> stalled.isToBeExplored());
        return error;
    }

    static StallError of(Outcome.Report report, List<StackTraceElement> stack, List<Throwable> thrown) {
        StallError error = new StallError(report.stall(), report.head());
        List<StackTraceElement> shown = stack.isEmpty() ? report.site() : stack;
        // Even an empty one is better than the stack of whoever made the error.
        error.setStackTrace(shown.toArray(StackTraceElement[]::new));
        thrown.forEach(error::initCause);
        return error;
    }

    /** The stall whose test is to be explored once it is over; of several who ask, the first is told. */
    Optional<Outcome.Report> takeUnexplored() {
        Optional<Outcome.Report> taken = unexplored;
        unexplored = Optional.empty();
        return taken;
    }

    /** Adds what is known only when the test is over, and before anybody is told of it. */
    void add(String words) {
        addition = "\n\n" + words;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + addition;
    }

    /**
     * The stall that was found.
     *
     * @return the stall
     */
    public Stall stall() {
        return stall;
    }
}
