package io.github.liveliness.report;

import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The figures of the stuck executors. */
final class ExecutorSection {

    private ExecutorSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        Names names = new Names(stall.evidence().snapshot(), detail);
        List<ExecutorState> stuck = stuck(stall);
        String silence = silence(stall.evidence().silence());
        return Lines.under(
                stuck.size() == 1 ? "Executor" : "Executors",
                detail.list(
                        stuck,
                        "  ",
                        executor -> Stream.of(
                                "  " + names.executor(executor.id()) + " (" + detail.name(executor.type()) + ")"
                                        + silence,
                                "      " + figures(executor))));
    }

    /** A stall that is proven as it happens has no silence to speak of. */
    private static String silence(Duration silence) {
        return silence.isZero() ? "" : ", no progress for " + Durations.tell(silence);
    }

    private static List<ExecutorState> stuck(Stall stall) {
        if (!stall.evidence().diagnosis().graph().executors().isEmpty()) {
            return stall.evidence().stuckExecutors();
        }
        return stall.evidence().snapshot().executors().stream()
                .filter(executor -> stall.executors().contains(executor.name()))
                .toList();
    }

    private static String figures(ExecutorState executor) {
        String tasks = Words.count(executor.backlogSize(), "task") + " queued";
        if (executor.kind() == Kind.OPAQUE) {
            return "seen from outside only; " + tasks;
        }
        Size size = executor.size();
        return Words.count(size.live(), "thread") + " (core " + Words.number(size.core()) + ", maximum "
                + Words.number(size.maximum()) + ", " + growth(size.growth()) + "); " + tasks + ", "
                + Words.number(executor.completed()) + " completed";
    }

    private static String growth(Growth growth) {
        return switch (growth) {
            case CLOSED -> "cannot grow";
            case ON_OVERFLOW -> "grows when its queue overflows";
            case OPEN -> "may grow";
        };
    }
}
