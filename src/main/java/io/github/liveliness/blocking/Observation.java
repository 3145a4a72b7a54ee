package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.model.BlockingCall.Kind;
import io.github.liveliness.model.ExecutorNames;
import java.time.Duration;
import java.util.List;

/**
 * What was seen of a call that blocked, or blocks.
 *
 * @param bareName what it is called where no method of the JDK stands on the stack; empty if it is none then
 * @param stack from the call outwards, the JDK's own frames among them
 * @param returned whether it is over
 * @param byForkJoinWorker whether a worker of a fork-join pool made it
 * @param executor what people call the executor
 */
record Observation(
        Kind kind,
        String bareName,
        List<StackTraceElement> stack,
        Duration duration,
        boolean returned,
        boolean byForkJoinWorker,
        String executor,
        SeenSubmission submission) {

    /** Waiting to enter a monitor. */
    static final String SYNCHRONIZED = "synchronized";

    Observation {
        stack = List.copyOf(stack);
    }

    /** A call that has returned. */
    static Observation of(SeenCall seen) {
        return new Observation(
                Kind.valueOf(seen.kind().name()),
                nativeName(seen.kind()),
                seen.stack(),
                Duration.ofNanos(seen.nanos()),
                true,
                seen.isByForkJoinWorker(),
                executor(seen.isByVirtualThread(), seen.thread()),
                seen.submission());
    }

    /** A wait that was recorded when it was over. */
    static Observation of(RecordedWait wait, boolean byForkJoinWorker, SeenSubmission submission) {
        return new Observation(
                wait.kind(),
                wait.bareName(),
                wait.stack(),
                wait.duration(),
                true,
                byForkJoinWorker,
                executor(wait.byVirtualThread(), wait.threadName()),
                submission);
    }

    /** A call that a worker is in. */
    static Observation inCall(Worker worker, String thread, List<StackTraceElement> stack, Duration duration) {
        return now(worker, Kind.valueOf(worker.kind().name()), nativeName(worker.kind()), thread, stack, duration);
    }

    /** A monitor that a worker waits to enter. */
    static Observation atMonitor(Worker worker, String thread, List<StackTraceElement> stack, Duration duration) {
        return now(worker, Kind.MONITOR, SYNCHRONIZED, thread, stack, duration);
    }

    private static Observation now(
            Worker worker,
            Kind kind,
            String bareName,
            String thread,
            List<StackTraceElement> stack,
            Duration duration) {
        return new Observation(
                kind,
                bareName,
                stack,
                duration,
                false,
                worker.isOfForkJoinPool(),
                executor(worker.isVirtual(), thread),
                worker.submission());
    }

    /** Virtual threads have no name unless somebody gives them one. */
    static String executor(boolean isVirtual, String thread) {
        return isVirtual ? "virtual threads" : ExecutorNames.ofThread(thread);
    }

    /** Of methods that are native up to JDK 20: the hook stands in the code that calls them, and has no frame of theirs. */
    private static String nativeName(CallKind kind) {
        return switch (kind) {
            case SLEEP -> "Thread.sleep";
            case MONITOR -> "Object.wait";
            default -> "";
        };
    }
}
