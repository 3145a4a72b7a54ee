package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One call that blocked a thread of a bounded executor inside a task.
 *
 * @param kind what it does
 * @param name its public name: "Files.readString"
 * @param duration how long it blocked, or has blocked so far
 * @param returned whether it is over
 * @param stack the frames outside the JDK that led to it, innermost first, up to where the task begins; empty where the
 *     task is the JDK's own code, such as {@code latch::await}
 * @param executor the executor's name
 * @param submission who handed the task to it, where that was seen
 * @param test the test that it happened in, or a word for the whole run
 */
@API(status = API.Status.INTERNAL)
public record BlockingCall(
        Kind kind,
        String name,
        Duration duration,
        boolean returned,
        List<StackTraceElement> stack,
        String executor,
        Optional<Submission> submission,
        String test) {
    public BlockingCall {
        stack = List.copyOf(stack);
    }

    /** What a call does that blocks. */
    public enum Kind {
        SLEEP("sleeps"),
        PARK("waits for another thread"),
        MONITOR("waits for a monitor"),
        SOCKET("waits for a socket"),
        CHANNEL("reads or writes a channel"),
        SELECTOR("waits for a selector"),
        DATAGRAM("sends or receives a datagram"),
        DNS("looks up a host"),
        FILE("reads or writes a file"),
        PROCESS("waits for a process"),
        CONSOLE("reads the console"),
        ARCHIVE("reads or writes an archive"),
        CLASS_INIT("waits for a static initialiser"),
        PINNED("keeps a virtual thread on its carrier");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it does, as a report says it: "reads or writes a file". */
        public String words() {
            return words;
        }
    }

    /** The frames by which a person finds the call: where the task has none of its own, the line that submitted it. */
    public List<StackTraceElement> places() {
        return stack.isEmpty() ? submission.map(Submission::site).stream().toList() : stack;
    }

    /** The innermost of its {@link #places}. */
    public Optional<StackTraceElement> place() {
        return places().stream().findFirst();
    }
}
