package io.github.liveliness.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The event loops outside the JDK that are known: where their threads run one task. What else they do, such as waiting for the
 * next, is the loop's own.
 *
 * <p>Vert.x and Reactor Netty run on Netty's; Reactor's own schedulers run on pools of the JDK.
 */
final class EventLoops {

    /**
     * Methods of one class.
     *
     * @param type the end of its internal name: libraries are often relocated into others
     * @param loops instance methods that run on the thread of that executor, and before its tasks
     * @param tasks methods that run one task, or answer one event, and nothing else; those that it has
     * @param heir the end of the internal name of its superclass where another class runs them instead; empty if none does
     */
    record Loop(String type, Set<String> loops, Set<String> tasks, String heir) {
        boolean has(String method) {
            return loops.contains(method) || tasks.contains(method);
        }

        boolean leavesTasksTo(String superclass) {
            return !heir.isEmpty() && superclass.endsWith(heir);
        }
    }

    private static final String NETTY = "io/netty/";

    /** From 4.2 on it has handlers for what the loops did themselves. */
    private static final String OF_HANDLERS = "io/netty/channel/SingleThreadIoEventLoop";

    private static final List<Loop> ALL = List.of(
            new Loop(
                    NETTY + "util/concurrent/SingleThreadEventExecutor",
                    Set.of("runAllTasks", "runScheduledAndExecutorTasks", "takeTask"),
                    Set.of(),
                    ""),
            new Loop(NETTY + "util/concurrent/AbstractEventExecutor", Set.of(), Set.of("safeExecute", "runTask"), ""),
            // 4.1
            new Loop(NETTY + "channel/nio/NioEventLoop", Set.of(), Set.of("processSelectedKey"), OF_HANDLERS),
            new Loop(NETTY + "channel/epoll/EpollEventLoop", Set.of(), Set.of("processReady"), OF_HANDLERS),
            new Loop(NETTY + "channel/kqueue/KQueueEventLoop", Set.of(), Set.of("processReady"), OF_HANDLERS),
            // 4.2
            new Loop(NETTY + "channel/nio/NioIoHandler", Set.of(), Set.of("processSelectedKey"), ""),
            new Loop(NETTY + "channel/epoll/EpollIoHandler", Set.of(), Set.of("processReady"), ""),
            new Loop(NETTY + "channel/kqueue/KQueueIoHandler", Set.of(), Set.of("processReady"), ""));

    private EventLoops() {}

    /** That of the class of this internal name, if it is one. */
    static Optional<Loop> of(String type) {
        // Asked of every class of the JVM: no stream.
        for (Loop loop : ALL) {
            if (type.endsWith(loop.type) && isWhole(loop.type, type)) {
                return Optional.of(loop);
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(String end, String type) {
        return type.length() == end.length() || type.charAt(type.length() - end.length() - 1) == '/';
    }
}
