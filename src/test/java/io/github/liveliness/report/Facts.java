package io.github.liveliness.report;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Submission;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The parts that hand-built stalls are made of, told with as few words as a test can do with. */
final class Facts {

    static final ExecutorId ORDERS = new ExecutorId(1);
    static final ExecutorId STOCK = new ExecutorId(2);
    static final ThreadId MAIN = new ThreadId(100_000);

    static final StackTraceElement PRICE = frame("com.acme.OrderService.price", 28);
    static final StackTraceElement ORDER = frame("com.acme.OrderService.order", 19);
    static final StackTraceElement TEST = frame("com.acme.OrderServiceTest.placesFourOrdersConcurrently", 31);

    static final List<StackTraceElement> PARKED =
            List.of(jdk("jdk.internal.misc.Unsafe.park", -2), jdk("java.util.concurrent.locks.LockSupport.park", 211));
    static final List<StackTraceElement> IN_FUTURE_GET = join(
            PARKED,
            List.of(
                    jdk("java.util.concurrent.FutureTask.awaitDone", 447),
                    jdk("java.util.concurrent.FutureTask.get", 190)));
    static final List<StackTraceElement> WORKER = List.of(
            jdk("java.util.concurrent.FutureTask.run", 264),
            jdk("java.util.concurrent.ThreadPoolExecutor.runWorker", 1136),
            jdk("java.util.concurrent.ThreadPoolExecutor$Worker.run", 635),
            jdk("java.lang.Thread.run", 840));
    static final List<StackTraceElement> TEST_RUN = List.of(
            jdk("java.lang.reflect.Method.invoke", 569),
            frame("org.junit.platform.commons.util.ReflectionUtils.invokeMethod", 728),
            frame("io.github.liveliness.StallExtension.interceptTestMethod", 40),
            frame("org.junit.jupiter.engine.execution.InvocationInterceptorChain.proceed", 106),
            frame("org.apache.maven.surefire.booter.ForkedBooter.main", 495));

    private Facts() {}

    /** A frame of code on the class path, as the JVM's own loader shows it. */
    static StackTraceElement frame(String method, int line) {
        return frame("app", null, null, method, line);
    }

    static StackTraceElement jdk(String method, int line) {
        return frame(null, "java.base", "17.0.15", method, line);
    }

    @SafeVarargs
    static List<StackTraceElement> join(List<StackTraceElement>... parts) {
        List<StackTraceElement> joined = new ArrayList<>();
        for (List<StackTraceElement> part : parts) {
            joined.addAll(part);
        }
        return List.copyOf(joined);
    }

    static ThreadId id(long number) {
        return new ThreadId(number);
    }

    static ThreadState thread(ThreadId id, String name, Waiting waiting, List<StackTraceElement> stack) {
        return new ThreadState(id, name, Thread.State.WAITING, waiting, stack);
    }

    static Waiting waiting(Form form, String object, Waker... wakers) {
        return new Waiting(form, object, new Limit.None(), List.of(wakers));
    }

    static Waker queued(long task, ExecutorId executor, Tie tie) {
        return new Waker.QueuedTask(new TaskId(task), executor, tie);
    }

    static Waker running(long task, ThreadId thread, Tie tie) {
        return new Waker.RunningTask(new TaskId(task), thread, tie);
    }

    static TaskState task(long id, String description, Submission submission) {
        return new TaskState(new TaskId(id), description, Optional.of(submission));
    }

    static TaskState task(long id, String description) {
        return new TaskState(new TaskId(id), description, Optional.empty());
    }

    static Submission by(String thread, long millisAgo, StackTraceElement... frames) {
        return new Submission(thread, Duration.ofMillis(millisAgo), List.of(frames));
    }

    static ExecutorState pool(ExecutorId id, String name, List<ThreadId> workers, List<TaskState> backlog) {
        return new ExecutorState(
                id,
                name,
                "ThreadPoolExecutor",
                ExecutorState.Kind.THREAD_POOL,
                ScopeId.RUN,
                new Size(workers.size(), workers.size(), workers.size(), Growth.CLOSED),
                workers,
                backlog,
                backlog.size(),
                0);
    }

    static List<ThreadId> ids(int first, int count) {
        return LongStream.range(first, first + count).mapToObj(ThreadId::new).toList();
    }

    static <T> List<T> each(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }

    private static StackTraceElement frame(String loader, String module, String version, String method, int line) {
        int dot = method.lastIndexOf('.');
        String type = method.substring(0, dot);
        String outermost = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
        return new StackTraceElement(
                loader, module, version, type, method.substring(dot + 1), outermost + ".java", line);
    }
}
