package io.github.liveliness.report;

import io.github.liveliness.model.Evidence;
import io.github.liveliness.model.Evidence.RuledOut;
import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.stream.Stream;

/** What else could have looked like a stall, and whether it was that. */
final class RuledOutSection {

    /** Workers compute if they use more than one part in so many of the silence; less is the noise of parking. */
    private static final int NOISE = 10;

    private RuledOutSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        Evidence evidence = stall.evidence();
        if (evidence.isExplored()) {
            // There time is virtual, and nobody else runs.
            return Stream.empty();
        }
        RuledOut facts = evidence.ruledOut();
        Stream<String> always = Stream.of("Ruled out", "  a pause of the JVM or the host: " + pause(facts.pause()));
        Stream<String> locks = Stream.of("  a cycle of locks: the JVM reports none among these threads")
                .filter(line -> !facts.lockCycle());
        return Lines.of(always, locks, slowWork(facts.workerCpu(), evidence.silence()));
    }

    private static String pause(Duration pause) {
        return pause.isZero()
                ? "the watcher was never late"
                : "the watcher was late by " + Durations.tell(pause) + ", which is not counted";
    }

    private static Stream<String> slowWork(Duration cpu, Duration silence) {
        String used = "the workers used " + Durations.tell(cpu) + " of processor time in " + Durations.tell(silence);
        return cpu.compareTo(silence.dividedBy(NOISE)) <= 0
                ? Stream.of("  slow work: " + used)
                : Stream.of("Not ruled out", "  slow work: " + used);
    }
}
