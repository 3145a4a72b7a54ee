package io.github.liveliness.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Who held what is waited for, and has ended.
 *
 * @param kind what has ended
 * @param code the class of its code
 * @param thread the name of the thread in which it ended
 * @param cause the class and the message of what it threw, or the class of what rejected it; empty if that is gone
 * @param frames where that was thrown, or where it was rejected, innermost first; empty if that is gone
 */
@API(status = API.Status.INTERNAL)
public record LastHolder(Kind kind, String code, String thread, String cause, List<StackTraceElement> frames) {
    public LastHolder {
        frames = List.copyOf(frames);
    }

    /** What has ended. */
    public enum Kind {
        /** A thread died of an exception. */
        THREAD,
        /** A task of an executor failed. */
        TASK,
        /** A task that was to run again and again failed, and is run no more. */
        PERIODIC_TASK,
        /** An executor did not take a task. */
        REJECTED_TASK,
        /** A stage of a {@code CompletableFuture} completed exceptionally. */
        STAGE
    }
}
