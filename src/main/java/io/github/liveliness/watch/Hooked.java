package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.Alarm;
import io.github.liveliness.agent.boot.Endings;
import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.Joins;
import io.github.liveliness.agent.boot.Numbers;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.ScopeId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apiguardian.api.API;

/**
 * What others tell the hooks, and hear from them. Without an agent nothing is heard, and what is told is remembered all
 * the same.
 *
 * <p>Nothing here may be called before the agent had its chance to come.
 */
@API(status = API.Status.INTERNAL)
public final class Hooked {
    private Hooked() {}

    /** The code that runs with a scope. */
    @FunctionalInterface
    public interface Scoped<T> {
        T run();
    }

    /** A scope that nobody else in this JVM has. */
    public static ScopeId newScope() {
        return new ScopeId(Numbers.nextScope());
    }

    /** A number that no other report of this JVM has. */
    public static long newReport() {
        return Numbers.nextReport();
    }

    /** Runs code for a scope: what the calling thread makes and submits meanwhile belongs to it. */
    public static <T> T inScope(ScopeId scope, Scoped<T> code) {
        long previous = ScopeMark.enter(scope.number());
        try {
            return code.run();
        } finally {
            ScopeMark.restore(previous);
        }
    }

    /** Runs code and keeps meanwhile for which completable future the calling thread waits. */
    public static <T> T knowingJoins(Scoped<T> code) {
        Thread thread = Thread.currentThread();
        boolean first = Joins.guard(thread);
        try {
            return code.run();
        } finally {
            if (first) {
                Joins.release(thread);
            }
        }
    }

    /** Watches an executor that nobody may have seen being made; it belongs to the scope of the calling thread. */
    public static ExecutorId watch(Executor executor) {
        return new ExecutorId(ExecutorTable.SEEN.addMade(executor).number());
    }

    /** A wrapper that remembers who submits what to an executor, which is watched as well. */
    public static ExecutorService recording(ExecutorService executor) {
        watch(executor);
        return new RecordingExecutor(executor);
    }

    /** From now on this thread is unparked when a worker is about to wait. */
    public static void callMe(Thread thread) {
        Alarm.register(thread);
    }

    /** Ends {@link #callMe}. */
    public static void leaveMe(Thread thread) {
        Alarm.clear(thread);
    }

    /** From now on it is remembered what fails and what that held; this is for proofs by the heap to be told. */
    public static void keepEndings() {
        Endings.SEEN.keep();
    }

    /** Ends {@link #keepEndings}. */
    public static void forgetEndings() {
        Endings.SEEN.forget();
    }

    /** What ended under this number, if that is remembered. */
    public static Optional<LastHolder> lastHolder(long number) {
        return Optional.ofNullable(Endings.SEEN.find(number))
                .map(ending -> EndingReader.read(ending, JdkInternals.open()));
    }

    /** Whether a worker has come to wait since this was last asked. */
    public static boolean wasCalled() {
        return Alarm.answer();
    }
}
