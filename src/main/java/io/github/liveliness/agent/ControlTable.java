package io.github.liveliness.agent;

import static io.github.liveliness.agent.ControlPoint.Told.NOTHING;
import static io.github.liveliness.agent.ControlPoint.Told.NOTHING_AND_MAY_PREVENT;
import static io.github.liveliness.agent.ControlPoint.Told.RECEIVER;
import static io.github.liveliness.agent.ControlPoint.Told.RECEIVER_AND_MAY_PREVENT;
import static io.github.liveliness.agent.ControlPoint.Told.THROWABLE_AND_MAY_PREVENT;
import static io.github.liveliness.agent.RedirectedCall.ANY;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every call and every method that a controlled run takes over or hears of. */
final class ControlTable {

    static final String CONCURRENT = "java/util/concurrent/";
    static final String THREAD = "java/lang/Thread";

    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String FORK_JOIN = CONCURRENT + "ForkJoinPool";
    private static final String RANDOM = CONCURRENT + "ThreadLocalRandom";
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final String MILLIS = "(J)V";
    private static final String TASK = "Ljava/util/concurrent/ForkJoinTask;";

    /** Code of the JDK that waits on monitors as users' code does, and works for users. */
    private static final Set<String> LIKE_USERS =
            Set.of("java/util/Timer", "java/util/TimerThread", "java/util/TimerTask", "java/util/TaskQueue");

    /** Every way to sleep, and to let others go first. */
    private static final List<RedirectedCall> RESTS = List.of(
            new RedirectedCall(THREAD, "sleep", MILLIS, "sleep", MILLIS),
            new RedirectedCall(THREAD, "sleep", "(JI)V", "sleep", "(JI)V"),
            new RedirectedCall(THREAD, "sleep", "(Ljava/time/Duration;)V", "sleep", "(Ljava/time/Duration;)V"),
            new RedirectedCall(THREAD, "yield", "()V", "yields", "()V"));

    private static final List<RedirectedCall> MONITOR_WAITS = List.of(
            new RedirectedCall(ANY, "wait", "()V", "await", "(Ljava/lang/Object;)V"),
            new RedirectedCall(ANY, "wait", MILLIS, "await", "(Ljava/lang/Object;J)V"),
            new RedirectedCall(ANY, "wait", "(JI)V", "await", "(Ljava/lang/Object;JI)V"),
            new RedirectedCall(ANY, "notify", "()V", "notifyOne", "(Ljava/lang/Object;)V"),
            new RedirectedCall(ANY, "notifyAll", "()V", "notifyEveryone", "(Ljava/lang/Object;)V"));

    private static final RedirectedCall LIFE =
            new RedirectedCall(THREAD, "isAlive", "()Z", "isAlive", "(Ljava/lang/Thread;)Z");
    private static final RedirectedCall INTERRUPT =
            new RedirectedCall(THREAD, "isInterrupted", "()Z", "isInterrupted", "(Ljava/lang/Thread;)Z");
    private static final RedirectedCall JDK_NANOS =
            new RedirectedCall("java/lang/System", "nanoTime", "()J", "nanoTime", "()J");

    private static final List<RedirectedCall> OF_CONCURRENT = waitsAnd(List.of(
            INTERRUPT,
            JDK_NANOS,
            new RedirectedCall("java/lang/System", "currentTimeMillis", "()J", "currentTimeMillis", "()J"),
            new RedirectedCall(
                    UNSAFE, "unpark", "(Ljava/lang/Object;)V", "unpark", "(Ljava/lang/Object;Ljava/lang/Object;)V")));

    private static final List<RedirectedCall> OF_USERS = waitsAnd(List.of(
            LIFE,
            INTERRUPT,
            new RedirectedCall(THREAD, "onSpinWait", "()V", "yields", "()V"),
            new RedirectedCall("java/lang/System", "nanoTime", "()J", "userNanoTime", "()J"),
            new RedirectedCall("java/lang/System", "currentTimeMillis", "()J", "userCurrentTimeMillis", "()J")));

    /** To join a thread is to wait on its monitor, which the JVM notifies when the thread has ended. */
    private static final List<RedirectedCall> OF_JOIN =
            List.of(LIFE, JDK_NANOS, new RedirectedCall(ANY, "wait", MILLIS, "awaitEnd", "(Ljava/lang/Object;J)V"));

    /** Native, and so heard of where it is called. */
    static final String START = "start0";

    private static final List<ControlPoint> POINTS = List.of(
            new ControlPoint(THREAD, "run", "()V", "threadBegins", NOTHING),
            new ControlPoint(CONCURRENT + "ForkJoinWorkerThread", "run", "()V", "threadBegins", NOTHING),
            new ControlPoint(CONCURRENT + "DelayScheduler", "run", "()V", "threadBegins", NOTHING).since(25),
            new ControlPoint("java/util/TimerThread", "run", "()V", "threadBegins", NOTHING),
            new ControlPoint("jdk/internal/misc/InnocuousThread", "run", "()V", "threadBegins", NOTHING),
            new ControlPoint(THREAD, "exit", "()V", "threadEnds", NOTHING),
            new ControlPoint(THREAD, "interrupt", "()V", "interrupts", RECEIVER_AND_MAY_PREVENT),
            new ControlPoint(
                    THREAD,
                    "dispatchUncaughtException",
                    "(Ljava/lang/Throwable;)V",
                    "threadDies",
                    THROWABLE_AND_MAY_PREVENT),
            new ControlPoint(RANDOM, "localInit", "()V", "randomIsPinned", NOTHING_AND_MAY_PREVENT),
            new ControlPoint("java/lang/VirtualThread", "start", "()V", "virtualThreadStarts", RECEIVER).since(21),
            new ControlPoint(
                            "java/lang/VirtualThread",
                            "start",
                            "(Ljdk/internal/vm/ThreadContainer;)V",
                            "virtualThreadStarts",
                            RECEIVER)
                    .since(21),
            new ControlPoint(
                    POOL, "runWorker", "(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V", "workerStarts", RECEIVER),
            new ControlPoint(
                    FORK_JOIN,
                    "runWorker",
                    "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;)V",
                    "workerStarts",
                    RECEIVER),
            new ControlPoint(POOL, "execute", "(Ljava/lang/Runnable;)V", "taskEnters", RECEIVER),
            new ControlPoint(
                    CONCURRENT + "ScheduledThreadPoolExecutor",
                    "delayedExecute",
                    "(Ljava/util/concurrent/RunnableScheduledFuture;)V",
                    "taskEnters",
                    RECEIVER),
            new ControlPoint(FORK_JOIN, "externalSubmit", "(" + TASK + ")" + TASK, "taskEnters", RECEIVER),
            new ControlPoint(FORK_JOIN, "poolSubmit", "(Z" + TASK + ")" + TASK, "taskEnters", RECEIVER).since(19));

    private ControlTable() {}

    /** All calls that are redirected somewhere. */
    static Stream<RedirectedCall> calls() {
        return Stream.of(OF_CONCURRENT, OF_USERS, OF_JOIN).flatMap(List::stream);
    }

    /** All methods that this JDK should have. */
    static Stream<ControlPoint> points() {
        return POINTS.stream()
                .filter(point -> point.since() <= Runtime.version().feature());
    }

    /** The calls in a method to be redirected. */
    static List<RedirectedCall> callsIn(String type, String method) {
        if (type.equals(THREAD)) {
            return method.equals("join") ? OF_JOIN : List.of();
        }
        if (type.startsWith(CONCURRENT)) {
            return isInner(type) ? OF_CONCURRENT : List.of();
        }
        return OF_USERS;
    }

    /** Whether a call in a class is the JVM's own parking: that is not redirected, for stacks are to stay as they are. */
    static boolean isPark(String type, String owner, String called) {
        return isInner(type) && owner.equals(UNSAFE) && called.equals("park");
    }

    static List<ControlPoint> pointsOf(String type) {
        return points().filter(point -> point.type().equals(type)).toList();
    }

    /** Whether a class of the JDK is rewritten at all. */
    static boolean concerns(String type) {
        return isInner(type)
                || isLikeUsers(type)
                || POINTS.stream().anyMatch(point -> point.type().equals(type));
    }

    /** Whether it is a part of {@code java.util.concurrent}, whose own points are users' calls of it. */
    static boolean isInner(String type) {
        return type.startsWith(CONCURRENT) && !type.equals(RANDOM);
    }

    static boolean isLikeUsers(String type) {
        return LIKE_USERS.contains(type);
    }

    private static List<RedirectedCall> waitsAnd(List<RedirectedCall> more) {
        return Stream.of(RESTS, MONITOR_WAITS, more).flatMap(List::stream).toList();
    }
}
