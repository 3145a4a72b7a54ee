package io.github.liveliness.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One thread at the moment of a snapshot.
 *
 * @param id its identifier
 * @param name its name
 * @param state the JVM's word for its state
 * @param activity what it does, in our words
 * @param stack its frames, innermost first
 */
@API(status = API.Status.INTERNAL)
public record ThreadState(
        ThreadId id, String name, Thread.State state, Activity activity, List<StackTraceElement> stack) {
    public ThreadState {
        stack = List.copyOf(stack);
    }
}
