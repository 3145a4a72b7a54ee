package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import io.github.liveliness.model.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes blocking calls of what the hooks have seen; nothing of what is nobody's call. */
final class CallReader {

    private final CallNames names = new CallNames(new ReadPublicTypes());

    /**
     * Reads a call that has returned.
     *
     * @param executor what people call the executor
     * @param test the test that it happened in
     */
    Optional<BlockingCall> read(SeenCall seen, String executor, String test) {
        return read(
                seen.stack(),
                seen.kind(),
                Duration.ofNanos(seen.nanos()),
                true,
                seen.isByForkJoinWorker(),
                executor,
                seen.submission(),
                test);
    }

    /**
     * Reads the call that a worker is in.
     *
     * @param stack the worker's
     * @param now on the clock of {@link System#nanoTime()}
     */
    Optional<BlockingCall> read(Worker worker, StackTraceElement[] stack, long now, String executor, String test) {
        long since = worker.since();
        Object task = worker.task();
        return since == 0 || task == null
                ? Optional.empty()
                : read(
                        List.of(stack),
                        worker.kind(),
                        Duration.ofNanos(Math.max(0, now - since)),
                        false,
                        worker.isOfForkJoinPool(),
                        executor,
                        worker.executor().submissions().find(task),
                        test);
    }

    private Optional<BlockingCall> read(
            List<StackTraceElement> stack,
            CallKind kind,
            Duration duration,
            boolean returned,
            boolean byForkJoinWorker,
            String executor,
            SeenSubmission submission,
            String test) {
        if (Harmless.is(stack, byForkJoinWorker)) {
            return Optional.empty();
        }
        NamedCall call = names.read(stack);
        return call.name()
                .or(() -> nativeName(kind))
                .map(name -> new BlockingCall(
                        Kind.valueOf(kind.name()),
                        name,
                        duration,
                        returned,
                        call.users(),
                        executor,
                        submission(submission),
                        test));
    }

    /** Of methods that are native up to JDK 20: the hook stands in the code that calls them, and has no frame of theirs. */
    private static Optional<String> nativeName(CallKind kind) {
        return switch (kind) {
            case SLEEP -> Optional.of("Thread.sleep");
            case MONITOR -> Optional.of("Object.wait");
            default -> Optional.empty();
        };
    }

    private static Optional<Submission> submission(SeenSubmission seen) {
        List<StackTraceElement> frames = seen.frames();
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.of(new Submission(seen.threadName(), Duration.ZERO, frames));
    }
}
