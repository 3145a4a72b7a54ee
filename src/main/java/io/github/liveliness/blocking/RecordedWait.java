package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall.Kind;
import java.time.Duration;
import java.util.List;

/**
 * A wait that the flight recorder has recorded when it was over.
 *
 * @param bareName what it is called where no method of the JDK stands on the stack
 * @param thread the identifier of the thread that waited
 * @param start when it began, on the clock of {@link System#nanoTime()}
 * @param stack from the wait outwards
 * @param complete whether the stack goes to where the thread began; the recorder cuts off what is too deep
 */
record RecordedWait(
        Kind kind,
        String bareName,
        long thread,
        String threadName,
        boolean byVirtualThread,
        long start,
        Duration duration,
        List<StackTraceElement> stack,
        boolean complete) {
    RecordedWait {
        stack = List.copyOf(stack);
    }
}
