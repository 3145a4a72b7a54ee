package io.github.liveliness.blocking;

import java.util.List;
import java.util.Optional;

/**
 * What a stack says about the call at its inner end.
 *
 * @param name the call's public name; empty where the user's own code blocks, as a synchronized block does
 * @param users the frames outside the JDK, innermost first
 */
record NamedCall(Optional<String> name, List<StackTraceElement> users) {
    NamedCall {
        users = List.copyOf(users);
    }
}
