package io.github.liveliness.report;

import io.github.liveliness.model.Activity.Form;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways out of a stall, each for one pattern of code that leads into it. */
enum Advice {
    NESTED_TASK("""
            Do not wait inside a task for another task of the same executor. Instead
            - call the inner code directly, or
            - return a CompletableFuture and go on with thenCompose or thenCombine, or
            - run the inner tasks on an executor of their own.
            """),

    JOINED_STAGE("""
            Do not call join() or get() inside a task whose executor has to run the awaited stage too. Instead
            - chain what comes next with thenCompose, thenCombine or thenApply, so that no thread waits, or
            - run the inner stages on an executor of their own: supplyAsync(supplier, otherExecutor).
            """),

    MISSING_SIGNAL("""
            The tasks that would give the signal (count down, release, put, notify, arrive) need a thread of the
            executor, and the tasks that wait for it fill them all. Instead
            - run the tasks that give the signal on another executor, or
            - let the thread that submits the tasks wait, not the tasks themselves, or
            - start fewer waiting tasks than the executor has threads.
            """),

    WAIT_UNDER_LOCK("""
            Do not wait for another task while holding a lock which that task needs. Instead
            - release the lock before waiting, or
            - take the lock only once the result is there.
            """),

    LOCK_ORDER("""
            Threads take the same locks in different orders. Instead
            - take them in one order everywhere, or
            - hold only one of them at a time, or
            - take the second with tryLock and a time-out, and release the first when that fails.
            """),

    CIRCLE_OF_EXECUTORS("""
            Tasks of these executors wait for one another in a circle. Instead
            - let waiting go one way: what others wait for must not wait for them, or
            - pass the result on with thenCompose or a callback, so that no thread waits, or
            - give the innermost tasks an executor that nothing else uses.
            """),

    NOBODY_LEFT("""
            Whoever was to end this wait is gone, or never came. Look for
            - a signal that was given before the wait began, or to another object,
            - a task or thread that ended with an exception before it gave the signal: signal in finally, or
            - a stage, task or party that nobody has started.
            A wait with a time-out says sooner what is missing.
            """),

    TIME_OUT("""
            The time-out is no cure: each such wait lasts its full time, and then its work is still not done.
            """),

    NOT_PROVEN("""
            Look at the threads and stacks named here: somebody should have acted and did not.
            If the work is only slow, give it longer: @DetectStalls(after = "60 s").
            """),

    SLOW("""
            The work is slow, not stuck: make it smaller, or wait longer for it.
            """);

    private final String text;

    Advice(String text) {
        this.text = text;
    }

    Stream<String> lines() {
        return text.lines();
    }

    /** The advice for a task that waits for such a thing, where there is any. */
    static Optional<Advice> against(Form form) {
        return switch (form) {
            case FUTURE_TASK, FORK_JOIN_TASK -> Optional.of(NESTED_TASK);
            case COMPLETABLE_FUTURE -> Optional.of(JOINED_STAGE);
            case LATCH, SEMAPHORE, BARRIER, QUEUE, CONDITION, MONITOR_WAIT -> Optional.of(MISSING_SIGNAL);
            case LOCK, MONITOR_ENTRY -> Optional.of(WAIT_UNDER_LOCK);
            case THREAD_END, OTHER -> Optional.empty();
        };
    }
}
