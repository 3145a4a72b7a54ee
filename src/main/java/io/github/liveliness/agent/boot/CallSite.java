package io.github.liveliness.agent.boot;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the users' code called what led to a hook. */
final class CallSite {

    static final CallSite UNKNOWN = new CallSite(WalkedFrames.NONE, false);

    private static final int FRAMES = 12;
    private static final int DEPTH = 64;
    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
    private static final String SUBMITTING = "java.util.concurrent.AbstractExecutorService";
    private static final StackWalker WALKER = StackWalker.getInstance();

    /** A hidden class of the user's may stand between two of the JDK's, and see what one hands the other. */
    private static final StackWalker SEEING_HIDDEN = StackWalker.getInstance(StackWalker.Option.SHOW_HIDDEN_FRAMES);

    private static final Nearest NEAREST = new Nearest();
    private static final StaticInitializer STATIC_INITIALIZER = new StaticInitializer();

    private final WalkedFrames frames;
    private final boolean plainSubmit;

    private CallSite(WalkedFrames frames, boolean plainSubmit) {
        this.frames = frames;
        this.plainSubmit = plainSubmit;
    }

    static CallSite ofCaller() {
        return SEEING_HIDDEN.walk(NEAREST);
    }

    static boolean isInStaticInitializer() {
        return WALKER.walk(STATIC_INITIALIZER);
    }

    /** Whether a pool's own {@code submit} or {@code invokeAll} called its own {@code execute}, with nothing between. */
    boolean isPlainSubmit() {
        return plainSubmit;
    }

    List<StackTraceElement> frames() {
        return frames.elements();
    }

    private static CallSite nearest(Iterator<StackFrame> stack) {
        List<StackFrame> users = new ArrayList<>(FRAMES);
        List<StackFrame> platform = new ArrayList<>(FRAMES);
        boolean direct = true;
        boolean plainSubmit = false;
        for (int depth = 0; depth < DEPTH && users.size() < FRAMES && stack.hasNext(); depth++) {
            StackFrame frame = stack.next();
            String type = frame.getClassName();
            if (isHidden(type)) {
                direct = false;
            } else if (!isPlatform(type)) {
                direct = false;
                users.add(frame);
            } else if (platform.size() < FRAMES && !WalkedFrames.isOwn(type)) {
                platform.add(frame);
                plainSubmit |= direct && platform.size() == 2 && isPlainSubmit(platform);
            }
        }
        return new CallSite(new WalkedFrames(users.isEmpty() ? platform : users), plainSubmit);
    }

    /** By their classes alone, for a method's name costs a string: only submit and invokeAll of the second call the first. */
    private static boolean isPlainSubmit(List<StackFrame> innermost) {
        return innermost.get(0).getClassName().equals(POOL)
                && innermost.get(1).getClassName().equals(SUBMITTING);
    }

    /** Lambdas and the like: their names have a slash, and tell nobody anything. */
    private static boolean isHidden(String type) {
        return type.indexOf('/') >= 0;
    }

    private static boolean isPlatform(String type) {
        return type.startsWith("java.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || WalkedFrames.isOwn(type);
    }

    /** Classes and not lambdas: the first hook may run where linking a lambda would recurse. */
    private static final class Nearest implements Function<Stream<StackFrame>, CallSite> {
        @Override
        public CallSite apply(Stream<StackFrame> stack) {
            return nearest(stack.iterator());
        }
    }

    private static final class StaticInitializer implements Function<Stream<StackFrame>, Boolean> {
        @Override
        public Boolean apply(Stream<StackFrame> stack) {
            Iterator<StackFrame> frames = stack.iterator();
            for (int depth = 0; depth < DEPTH && frames.hasNext(); depth++) {
                if (frames.next().getMethodName().equals("<clinit>")) {
                    return true;
                }
            }
            return false;
        }
    }
}
