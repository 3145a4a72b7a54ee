package io.github.liveliness;

import io.github.liveliness.engine.Outcome;
import org.apiguardian.api.API;
import org.opentest4j.AssertionFailedError;

/**
 * What a test fails with whose tasks have blocked threads of bounded executors, where {@link DetectStalls#blocking} says so.
 *
 * <p>Its message names all such calls, and its stack trace points at the first of them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class BlockingCallError extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    private BlockingCallError(String message) {
        super(message);
    }

    static BlockingCallError of(Outcome.Blocked blocked) {
        BlockingCallError error = new BlockingCallError(blocked.words());
        error.setStackTrace(blocked.site().toArray(StackTraceElement[]::new));
        return error;
    }
}
