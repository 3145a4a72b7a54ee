package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says what failed and where, in words that are the same whenever the same fails. */
final class Fingerprint {

    private static final char HIDDEN = '/';

    /** What runs test methods. What called it stands further down, and differs with JUnit, its extensions, and us. */
    private static final List<String> RUNNERS = List.of("org.junit.platform.", "org.junit.jupiter.engine.");

    private Fingerprint() {}

    static String of(Throwable failure) {
        return failure.getClass().getName() + lines(Arrays.asList(failure.getStackTrace()));
    }

    static String of(List<StalledThread> threads) {
        return threads.stream()
                .filter(thread -> !thread.isIdle())
                .map(Fingerprint::of)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String of(StalledThread thread) {
        String awaited = thread.awaited().map(object -> " " + typeOf(object)).orElse("");
        return thread.obstacle() + awaited + lines(thread.stack());
    }

    /** The lines of users on a stack, the nearest first. */
    static List<StackTraceElement> ofUser(List<StackTraceElement> stack) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals(BodyThread.class.getName())
                    || (!frames.isEmpty() && RUNNERS.stream().anyMatch(frame.getClassName()::startsWith))) {
                break;
            }
            if (Trace.isOfUser(frame.getClassName()) && !isHidden(frame.getClassName())) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static String lines(List<StackTraceElement> stack) {
        return ofUser(stack).stream()
                .map(frame -> " at " + frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber())
                .collect(Collectors.joining());
    }

    /** Without the numbers that the hidden classes of lambdas are named by. */
    private static String typeOf(Object object) {
        String name = object.getClass().getName();
        return isHidden(name) ? name.substring(0, name.indexOf(HIDDEN)) : name;
    }

    private static boolean isHidden(String className) {
        return className.indexOf(HIDDEN) >= 0;
    }
}
