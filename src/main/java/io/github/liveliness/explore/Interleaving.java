package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.PointKind;
import io.github.liveliness.agent.boot.Trace;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the threads of one run did, in order.
 *
 * @param steps point after point
 */
@API(status = API.Status.INTERNAL)
public record Interleaving(List<Step> steps) {

    public Interleaving {
        steps = List.copyOf(steps);
    }

    static Interleaving of(List<Trace.Step> traced) {
        return new Interleaving(traced.stream()
                .map(step -> new Step(step.thread(), step.threadName(), step.kind(), Optional.ofNullable(step.frame())))
                .toList());
    }

    /**
     * One thread at one point.
     *
     * @param thread its number
     * @param name its name
     * @param point what it was about to do
     * @param line the line of the user's that led there; nothing where none did
     */
    public record Step(int thread, String name, PointKind point, Optional<StackTraceElement> line) {}
}
