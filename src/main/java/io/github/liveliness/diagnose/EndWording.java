package io.github.liveliness.diagnose;

import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import java.util.List;

/** Says who held what is waited for, and how that ended. */
final class EndWording {
    private static final int LONGEST_MESSAGE = 80;

    private EndWording() {}

    /** The end of a sentence; empty where nobody is known. */
    static String of(Reachability told) {
        List<LastHolder> lastHolders =
                told instanceof Reachability.Unreached unreached ? unreached.lastHolders() : List.of();
        return lastHolders.stream()
                .findFirst()
                .map(holder -> ": " + end(holder))
                .orElse("");
    }

    private static String end(LastHolder holder) {
        String cause = holder.cause().isEmpty() ? "an exception" : simple(holder.cause());
        return switch (holder.kind()) {
            case THREAD -> "thread " + Wording.quoted(holder.thread()) + ", which could reach it, has died of " + cause;
            case TASK -> "a task that could reach it has failed with " + cause;
            case PERIODIC_TASK -> "a periodic task that could reach it has ended with " + cause;
            case REJECTED_TASK -> "a task that could reach it was rejected by " + cause;
            case STAGE -> "a stage that could reach it has completed with " + cause;
        };
    }

    /** The class without its package, and the beginning of the message. */
    private static String simple(String cause) {
        int message = cause.indexOf(": ");
        String type = message < 0 ? cause : cause.substring(0, message);
        String said = cause.substring(type.length());
        String shortened = said.length() > LONGEST_MESSAGE ? said.substring(0, LONGEST_MESSAGE) + "..." : said;
        return type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'))) + shortened;
    }
}
