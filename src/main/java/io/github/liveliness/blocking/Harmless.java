package io.github.liveliness.blocking;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells calls that nobody made, or that keep nobody waiting, by the frames that led to them. */
final class Harmless {

    /** The JVM calls them when a class is used for the first time: that comes to whoever happens to be first. */
    private static final Set<String> FIRST_USE = Set.of("<clinit>", "loadClass", "loadLibrary", "linkCallSite");

    /** What a class loader of users does for the JVM. */
    private static final Set<String> LOADS = Set.of("loadClass", "findClass");

    /** Where agents rewrite a class: one that is loaded, or one that the JVM makes of a lambda. */
    private static final Set<String> AGENTS_COME_IN =
            Set.of("sun.instrument.InstrumentationImpl.transform", "java.lang.invoke.MethodHandleNatives.linkCallSite");

    /** A fork-join pool starts another thread in place of the one that waits here. */
    private static final String COMPENSATED = "java.util.concurrent.ForkJoinPool.compensatedBlock";

    /** And here it helps, or does the same. */
    private static final String JOINED = "java.util.concurrent.ForkJoinTask.awaitDone";

    /** JUnit runs tests in pools of its own, and some of their parts. */
    private static final Pattern RUNS_TESTS =
            Pattern.compile("org\\.junit\\.(platform\\.engine\\.support\\.hierarchical\\."
                    + "|jupiter\\.api\\.(AssertTimeoutPreemptively|timeout\\.PreemptiveTimeoutUtils)).*");

    /** Its workers wait for channels in a task that never ends. */
    private static final Pattern IDLE_CHANNEL_GROUP = Pattern.compile("sun\\.nio\\.ch\\..*Port\\$EventHandlerTask");

    private Harmless() {}

    /**
     * Whether such a call is none of the task's.
     *
     * @param stack from the call outwards, the JDK's own frames among them
     * @param byForkJoinWorker whether a worker of a fork-join pool made it
     */
    static boolean is(List<StackTraceElement> stack, boolean byForkJoinWorker) {
        return isFirstUse(stack)
                || stack.stream().anyMatch(frame -> AGENTS_COME_IN.contains(nameOf(frame)))
                || stack.stream()
                        .anyMatch(frame ->
                                RUNS_TESTS.matcher(frame.getClassName()).matches())
                || (byForkJoinWorker && isCompensated(stack))
                || isIdle(stack);
    }

    private static boolean isIdle(List<StackTraceElement> stack) {
        return stack.stream().noneMatch(frame -> Owner.of(frame) == Owner.USER)
                && stack.stream()
                        .anyMatch(frame ->
                                IDLE_CHANNEL_GROUP.matcher(frame.getClassName()).matches());
    }

    private static boolean isFirstUse(List<StackTraceElement> stack) {
        for (StackTraceElement frame : stack) {
            if (Owner.of(frame) == Owner.USER && !LOADS.contains(frame.getMethodName())) {
                return false;
            }
            if (FIRST_USE.contains(frame.getMethodName())) {
                return true;
            }
        }
        return false;
    }

    /** A task that a join helps with stands between the join and its own calls. */
    private static boolean isCompensated(List<StackTraceElement> stack) {
        boolean direct = true;
        for (StackTraceElement frame : stack) {
            String method = nameOf(frame);
            direct &= Owner.of(frame) != Owner.USER;
            if (method.equals(COMPENSATED) || (direct && method.equals(JOINED))) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(StackTraceElement frame) {
        return frame.getClassName() + '.' + frame.getMethodName();
    }
}
