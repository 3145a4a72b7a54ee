package io.github.liveliness;

import io.github.liveliness.engine.Explored;
import org.apiguardian.api.API;
import org.opentest4j.AssertionFailedError;

/**
 * What an explored test fails with where one of its schedules throws, never ends, or stalls.
 *
 * <p>Its message says what the schedule is, and the token that runs it again; its cause is what the test threw, if it did.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ScheduleError extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    ScheduleError(String message) {
        super(message);
    }

    static ScheduleError of(Explored.Failed failed) {
        ScheduleError error = new ScheduleError(failed.words());
        error.setStackTrace(failed.stack().toArray(StackTraceElement[]::new));
        failed.cause().ifPresent(error::initCause);
        return error;
    }

    static ScheduleError of(Explored.Impossible impossible) {
        return new ScheduleError(impossible.words());
    }
}
