package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ThreadState;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The turns of phrase that all sentences share. */
final class Wording {
    private static final int LISTED = 4;
    private static final Predicate<String> OF_THE_JDK =
            Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*").asMatchPredicate();

    private Wording() {}

    static String quoted(String name) {
        return "'" + name + "'";
    }

    /** {@code 'a', 'b' and 'c'}; the end of a long list becomes a number. */
    static String list(List<String> items) {
        int size = items.size();
        if (size > LISTED) {
            return String.join(", ", items.subList(0, LISTED - 1)) + " and " + (size - LISTED + 1) + " others";
        }
        return size < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, size - 1)) + " and " + items.get(size - 1);
    }

    /** {@code executor 'a'}, {@code executors 'a' and 'b'}. */
    static String named(String noun, List<String> names) {
        return noun + (names.size() == 1 ? " " : "s ") + list(names);
    }

    /** {@code  in PriceService.load(PriceService.java:41)}: the innermost frame outside the JDK, else the innermost. */
    static String place(List<StackTraceElement> stack) {
        return stack.stream()
                .filter(frame -> !OF_THE_JDK.test(frame.getClassName()))
                .findFirst()
                .or(() -> stack.stream().findFirst())
                .map(frame -> " in " + call(frame))
                .orElse("");
    }

    private static String call(StackTraceElement frame) {
        String simpleName = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return new StackTraceElement(simpleName, frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
                .toString();
    }

    static String waits(ThreadState waiter, Waiting wait) {
        return quoted(waiter.name()) + " waits for " + wait.object() + limit(wait.limit());
    }

    private static String limit(Limit limit) {
        return limit instanceof Limit.Timed timed
                ? timed.remaining()
                        .map(remaining -> " for at most " + time(remaining) + " more")
                        .orElse(" for a limited time")
                : "";
    }

    static String time(Duration duration) {
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
