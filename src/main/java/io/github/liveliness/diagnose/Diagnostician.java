package io.github.liveliness.diagnose;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Says what a snapshot means.
 *
 * <p>A knot that only owners hold together is reported at once, and so is what the JVM calls a deadlock. Any other knot
 * may be a passing moment, since somebody unknown could end it; it is reported when an executor in it or behind it has
 * shown no progress for some ticks. An executor under such pressure without a knot is suspected, or busy.
 */
@API(status = API.Status.INTERNAL)
public final class Diagnostician {
    private static final int QUIET_TICKS = 4;

    private static final Diagnosis HEALTHY = new Diagnosis(
            Verdict.HEALTHY,
            Optional.empty(),
            "nothing is stuck",
            new WaitGraph(List.of(), Set.of()),
            List.of(),
            Optional.empty());

    private Diagnostician() {}

    /**
     * Finds what is stuck in this snapshot.
     *
     * @param snapshot the executors and threads
     * @param pressures what the executors did before it; one that is not listed made progress
     * @return one diagnosis for each knot and for each executor that stands still without one, the surest first; a
     *     single healthy one if there is none
     */
    public static List<Diagnosis> diagnose(Snapshot snapshot, List<Pressure> pressures) {
        Picture picture = new Picture(snapshot);
        Dependencies.tie(picture);
        Set<Node> stuck = Movability.stuck(picture);
        Map<ExecutorNode, Pressure> pressured = pressured(picture, pressures);
        List<Diagnosis> found = Stream.concat(knots(picture, stuck, pressured.keySet()), stalls(stuck, pressured))
                .sorted(Comparator.comparing(Diagnosis::verdict))
                .toList();
        return found.isEmpty() ? List.of(HEALTHY) : found;
    }

    private static Map<ExecutorNode, Pressure> pressured(Picture picture, List<Pressure> pressures) {
        Map<ExecutorNode, Pressure> pressured = new LinkedHashMap<>();
        pressures.stream()
                .filter(pressure -> pressure.quietTicks() >= QUIET_TICKS)
                .forEach(pressure ->
                        picture.executor(pressure.executor()).ifPresent(executor -> pressured.put(executor, pressure)));
        return pressured;
    }

    private static Stream<Diagnosis> knots(Picture picture, Set<Node> stuck, Set<ExecutorNode> pressured) {
        OwnershipProof proof = new OwnershipProof(picture);
        return Knots.among(stuck).stream()
                .filter(Knot::isSeen)
                .filter(knot ->
                        knot.isLockCycle() || proof.isTied(knot) || !Collections.disjoint(knot.all(), pressured))
                .map(knot -> KnotDiagnosis.of(knot, proof));
    }

    private static Stream<Diagnosis> stalls(Set<Node> stuck, Map<ExecutorNode, Pressure> pressured) {
        return pressured.entrySet().stream()
                .filter(entry -> !stuck.contains(entry.getKey()))
                .map(entry -> StalledDiagnosis.of(entry.getKey(), entry.getValue()));
    }
}
