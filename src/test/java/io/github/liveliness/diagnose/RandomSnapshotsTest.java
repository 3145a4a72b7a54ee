package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walk from the movers, the knots it leaves and their proofs, against the definitions taken word by word. */
class RandomSnapshotsTest {
    private static final int SNAPSHOTS = 3_000;

    @Test
    void theWalkAndTheNaiveFixpointAgree() {
        int knots = 0;
        for (int seed = 0; seed < SNAPSHOTS; seed++) {
            Snapshot snapshot = RandomSnapshots.snapshot(new Random(seed)).build();
            Picture picture = new Picture(snapshot);
            Dependencies.tie(picture);
            Set<Node> stuck = Movability.stuck(picture);
            assertThat(identifiers(stuck)).as("seed %d", seed).isEqualTo(NaiveFixpoint.stuck(snapshot, false));
            List<Knot> found = Knots.among(stuck);
            assertThat(union(found)).as("seed %d", seed).isEqualTo(stuck);
            for (Knot knot : found) {
                assertKnot(knot, NaiveFixpoint.stuck(snapshot, true), seed);
            }
            knots += found.size();
        }
        assertThat(knots).as("knots met").isGreaterThan(SNAPSHOTS / 3);
    }

    /** All lead to all and nothing leads out; and time-outs free the whole of it or nothing of it. */
    private static void assertKnot(Knot knot, Set<Object> stuckForEver, int seed) {
        for (Node member : knot.members()) {
            assertThat(Walk.toNeeds(member, node -> true)).as("seed %d", seed).isEqualTo(knot.members());
        }
        boolean timed = knot.threads().stream().anyMatch(ThreadNode::isTimed);
        assertThat(identifiers(knot.members()).stream().filter(stuckForEver::contains))
                .as("seed %d", seed)
                .hasSize(timed ? 0 : knot.members().size());
    }

    private static Set<Node> union(List<Knot> knots) {
        Set<Node> union = new HashSet<>();
        knots.forEach(knot -> union.addAll(knot.all()));
        return union;
    }

    private static Set<Object> identifiers(Set<Node> nodes) {
        return nodes.stream()
                .map(node -> node instanceof ThreadNode thread ? thread.id() : ((ExecutorNode) node).id())
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsNamedAsProvenIsProvableAndTheOtherWayRound() {
        int proofs = 0;
        for (int seed = 0; seed < SNAPSHOTS; seed++) {
            SnapshotBuilder builder = RandomSnapshots.snapshot(new Random(seed));
            Snapshot snapshot = builder.build();
            NaiveProof proof = new NaiveProof(snapshot);
            List<WaitGraph> proven = builder.diagnoses().stream()
                    .filter(diagnosis -> diagnosis.verdict() == Verdict.PROVEN)
                    .map(Diagnosis::graph)
                    .toList();
            assertThat(proven)
                    .as("seed %d", seed)
                    .allSatisfy(graph -> assertThat(graph.executors()).allMatch(proof::covers));
            for (ExecutorState executor : snapshot.executors()) {
                if (proof.covers(executor.id())) {
                    assertThat(executor.workers())
                            .as("seed %d", seed)
                            .allMatch(worker -> proven.stream().anyMatch(graph -> graph.holds(worker)));
                }
            }
            proofs += proven.size();
        }
        assertThat(proofs).as("proofs met").isGreaterThan(SNAPSHOTS / 20);
    }
}
