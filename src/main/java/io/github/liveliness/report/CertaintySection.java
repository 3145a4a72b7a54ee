package io.github.liveliness.report;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How sure the verdict is, and who could still prove it wrong. */
final class CertaintySection {

    private CertaintySection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        Diagnosis diagnosis = stall.evidence().diagnosis();
        return Lines.of(
                Stream.of("How sure: " + Headline.words(stall.verdict()), "  " + meaning(stall)),
                ProofWords.lines(stall, detail),
                overflow(stall, detail),
                diagnosis.endsByItself().stream().map(CertaintySection::timeOut),
                movers(diagnosis.movers(), detail));
    }

    private static String meaning(Stall stall) {
        return switch (stall.verdict()) {
            case PROVEN ->
                stall.evidence().ruledOut().lockCycle() && !stall.evidence().isExplored()
                        ? "The JVM finds the same cycle; an interrupt may free a lock, but nothing frees a monitor."
                        : "Nothing can end this but an interrupt" + byExecutors(stall) + ".";
            case LIKELY -> "Everybody known who could end this is stuck; somebody unseen might still act.";
            case SUSPECTED -> "Nothing moves, but somebody who is not stuck could still end this.";
            case BUSY -> "The workers use the processor: slow, as far as one can see, and not stuck.";
            case HEALTHY -> "Nothing is wrong.";
        };
    }

    private static String byExecutors(Stall stall) {
        return stall.executors().isEmpty()
                ? " or a cancel"
                : ", a cancel, a shutdown, more threads, or somebody who empties the queue by hand";
    }

    /** Nobody known overflows a queue, so that no mover tells of it. */
    private static Stream<String> overflow(Stall stall, Detail detail) {
        Names names = new Names(stall.evidence().snapshot(), detail);
        List<ExecutorState> growing = stall.evidence().stuckExecutors().stream()
                .filter(executor -> executor.size().growth() == Growth.ON_OVERFLOW)
                .toList();
        return detail.list(
                growing,
                "  ",
                executor -> Stream.of("  A task that overflows the queue of " + names.executor(executor.id())
                        + " would start another thread, which then takes queued tasks."));
    }

    private static String timeOut(Duration left) {
        return left.isZero()
                ? "  A time-out would end this, at a time that was not seen."
                : "  A time-out would end this in " + Durations.tell(left) + ".";
    }

    private static Stream<String> movers(List<String> movers, Detail detail) {
        return Lines.under(
                "  Could still end this:",
                detail.list(movers, "    ", mover -> Stream.of("    " + detail.sentence(mover))));
    }
}
