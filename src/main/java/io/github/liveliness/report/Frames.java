package io.github.liveliness.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows stacks to the person whose code is in them: their frames all stay, the background is folded. */
final class Frames {

    /** Enough to see the user's method behind a library that submits on the user's behalf. */
    private static final int SITE_FRAMES = 3;

    private Frames() {}

    /** The innermost frame of the user's code, which is where a user would say that the thread is. */
    static Optional<StackTraceElement> where(List<StackTraceElement> stack) {
        return stack.stream().filter(Frames::isUsers).findFirst();
    }

    /** The frames of a submitting stack that say who submitted. */
    static List<StackTraceElement> site(List<StackTraceElement> stack) {
        List<StackTraceElement> users =
                stack.stream().filter(Frames::isUsers).limit(SITE_FRAMES).toList();
        return users.isEmpty() ? stack.subList(0, 1) : users;
    }

    /** The frame as IDEs link it, without class loader and module. */
    static String line(StackTraceElement frame) {
        return "at " + frame.getClassName() + "." + frame.getMethodName() + "(" + source(frame) + ")";
    }

    static List<String> lines(List<StackTraceElement> frames) {
        return frames.stream().map(Frames::line).toList();
    }

    /** The stack from the inside out; of the background only what user code called is told apart. */
    static List<String> fold(List<StackTraceElement> stack) {
        List<String> lines = new ArrayList<>();
        List<StackTraceElement> background = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (isUsers(frame)) {
                lines.addAll(calledByUser(background));
                lines.add(line(frame));
                background.clear();
            } else if (!isLambdaClass(frame)) {
                background.add(frame);
            }
        }
        lines.addAll(folded(background));
        return lines;
    }

    private static boolean isUsers(StackTraceElement frame) {
        return Origin.of(frame) == Origin.USER && !isLambdaClass(frame);
    }

    /** The JVM makes a class for each lambda; its frame has no source, and the next one within says the same. */
    private static boolean isLambdaClass(StackTraceElement frame) {
        return frame.getClassName().contains("$$Lambda");
    }

    private static List<String> calledByUser(List<StackTraceElement> background) {
        if (background.isEmpty()) {
            return List.of();
        }
        int last = background.size() - 1;
        List<String> lines = new ArrayList<>(folded(background.subList(0, last)));
        lines.add(line(background.get(last)));
        return lines;
    }

    private static List<String> folded(List<StackTraceElement> background) {
        if (background.size() < 2) {
            return lines(background);
        }
        Set<Origin> origins = EnumSet.noneOf(Origin.class);
        background.forEach(frame -> origins.add(Origin.of(frame)));
        if (origins.contains(Origin.CONCURRENCY)) {
            origins.remove(Origin.JDK);
        }
        String names = Words.list(origins.stream().map(Origin::words).toList());
        return List.of("... " + Words.count(background.size(), "frame") + " of " + names);
    }

    private static String source(StackTraceElement frame) {
        if (frame.isNativeMethod()) {
            return "Native Method";
        }
        String file = Optional.ofNullable(frame.getFileName()).orElse("Unknown Source");
        return frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    }
}
