package io.github.liveliness.report;

import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.stream.Stream;

/** Who held what nobody is left to give, and how that ended. */
final class LastHolderSection {

    private LastHolderSection() {}

    /** In a stall of another kind those who hold it are still there, and stuck. */
    static Stream<String> lines(Stall stall, Detail detail) {
        boolean tells = stall.kind() == Stall.Kind.ABANDONED
                && stall.evidence().diagnosis().reachability() instanceof Reachability.Unreached;
        return tells
                ? lines((Reachability.Unreached) stall.evidence().diagnosis().reachability(), detail)
                : Stream.empty();
    }

    private static Stream<String> lines(Reachability.Unreached told, Detail detail) {
        return Lines.under(
                "Who could reach it, and has ended",
                detail.list(told.lastHolders(), "  ", holder -> lines(holder, detail)));
    }

    private static Stream<String> lines(LastHolder holder, Detail detail) {
        List<String> site = holder.frames().isEmpty() ? List.of() : Frames.lines(Frames.site(holder.frames()));
        return Lines.of(Stream.of("  " + words(holder, detail)), detail.stack(site, "      "));
    }

    private static String words(LastHolder holder, Detail detail) {
        String thread = "'" + detail.name(holder.thread()) + "'";
        String code = " (" + detail.name(holder.code()) + ")";
        String cause = holder.cause().isEmpty() ? "an exception" : detail.sentence(holder.cause());
        return switch (holder.kind()) {
            case THREAD -> "thread " + thread + code + ": died of " + cause;
            case TASK -> "a task" + code + ": failed in " + thread + " with " + cause;
            case PERIODIC_TASK -> "a periodic task" + code + ": ended in " + thread + " with " + cause;
            case REJECTED_TASK -> "a task" + code + ": rejected in " + thread + " by " + cause;
            case STAGE -> "a stage" + code + ": completed in " + thread + " with " + cause;
        };
    }
}
