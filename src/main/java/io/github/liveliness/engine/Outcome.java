package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import io.github.liveliness.report.SubmitSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** How a guarded body ended. */
@API(status = API.Status.INTERNAL)
public sealed interface Outcome {

    /**
     * A stall, and how it is told.
     *
     * @param stall the stall
     * @param head the report, short enough for a message
     * @param file where the whole report stands
     */
    record Report(Stall stall, String head, Optional<Path> file) {
        /** Who submitted the stuck work, to point at where no body waits; empty where nobody saw that. */
        public List<StackTraceElement> site() {
            return SubmitSite.of(stall);
        }
    }

    /**
     * What blocked in tasks of a test.
     *
     * @param words all of it, for a message
     * @param fails whether the test is to fail for it
     * @param site where the first of it stands
     */
    record Blocked(String words, boolean fails, List<StackTraceElement> site) {
        public Blocked {
            site = List.copyOf(site);
        }
    }

    /** It returned. */
    record Returned() implements Outcome {}

    /**
     * It threw.
     *
     * @param failure what it threw
     * @param seen the stalls that were seen and may explain it
     */
    record Threw(Throwable failure, List<Report> seen) implements Outcome {}

    /**
     * It stalled, whatever it did afterwards.
     *
     * @param report the stall
     * @param stack where the body was when the verdict was made; empty if it was about to end
     * @param failures what it threw in the end, if anything
     * @param isToBeExplored whether the test is to be explored once it is over
     */
    record Stalled(Report report, List<StackTraceElement> stack, List<Throwable> failures, boolean isToBeExplored)
            implements Outcome {}
}
