package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Who handed a task to its executor.
 *
 * @param thread the submitting thread's name
 * @param age how long before the snapshot
 * @param frames the submitting call and its callers, innermost first, without the JDK's own frames; never empty
 */
@API(status = API.Status.INTERNAL)
public record Submission(String thread, Duration age, List<StackTraceElement> frames) {
    public Submission {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a submission needs the frame it was made in");
        }
    }

    /** The line that submitted the task. */
    public StackTraceElement site() {
        return frames.get(0);
    }
}
