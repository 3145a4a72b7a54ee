package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkingTest {
    /** Objects are numbers; each row holds what the object of that number refers to. */
    private record Graph(List<Set<Integer>> rows) implements References {
        static Graph of(int size) {
            List<Set<Integer>> rows = new ArrayList<>();
            for (int object = 0; object < size; object++) {
                rows.add(new HashSet<>());
            }
            return new Graph(rows);
        }

        Graph refer(int from, int... to) {
            for (int target : to) {
                rows.get(from).add(target);
            }
            return this;
        }

        @Override
        public void forEach(int object, IntConsumer action) {
            rows.get(object).forEach(action::accept);
        }
    }

    private static final Suspect WAITS_FOR_5 = new Suspect(1, List.of(5), Set.of(), List.of(6));
    private static final Suspect WAITS_FOR_6 = new Suspect(2, List.of(6), Set.of(), List.of(5));

    @Test
    void whoWaitsForWhatNobodyReachesIsStuck() {
        Graph graph = Graph.of(10).refer(0, 3).refer(3, 4);

        assertThat(stuck(graph, List.of(0), List.of(WAITS_FOR_5), List.of())).containsExactly(1);
        assertThat(stuck(graph.refer(4, 5), List.of(0), List.of(WAITS_FOR_5), List.of()))
                .isEmpty();
    }

    @Test
    void twoThatOnlyReachEachOtherAreStuck() {
        assertThat(stuck(Graph.of(10), List.of(0), List.of(WAITS_FOR_5, WAITS_FOR_6), List.of()))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whoAwaitsAThreadMovesWithIt() {
        Suspect awaits1 = new Suspect(2, List.of(), Set.of(1), List.of());

        assertThat(stuck(Graph.of(10), List.of(2), List.of(WAITS_FOR_5, awaits1), List.of()))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(stuck(Graph.of(10), List.of(5), List.of(WAITS_FOR_5, awaits1), List.of()))
                .isEmpty();
    }

    @Test
    void theyAreReleasedInAnOrderInWhichEachIsWokenByThoseBefore() {
        Graph graph = Graph.of(10).refer(0, 5);

        assertThat(new Marking(graph, List.of(WAITS_FOR_6, WAITS_FOR_5), List.of())
                        .from(List.of(0))
                        .released())
                .containsExactly(WAITS_FOR_5, WAITS_FOR_6);
    }

    @Test
    void whoCanMoveAddsWhatItReaches() {
        Graph graph = Graph.of(10).refer(0, 5);

        assertThat(stuck(graph, List.of(0), List.of(WAITS_FOR_6, WAITS_FOR_5), List.of()))
                .isEmpty();
    }

    @Test
    void aBlockerThatIsNotInTheDumpMayBeAnywhere() {
        Suspect suspect = new Suspect(1, List.of(5, Heap.NONE), Set.of(), List.of());

        assertThat(stuck(Graph.of(10), List.of(), List.of(suspect), List.of())).isEmpty();
    }

    @Test
    void nobodyPassesAGateWhileItsKeepersAreStuck() {
        Graph graph = Graph.of(10).refer(0, 3).refer(3, 4).refer(4, 5);
        Gate gate = new Gate(Set.of(1), Set.of(), Set.of(new Gate.Reference(3, 4)));

        assertThat(stuck(graph, List.of(0), List.of(WAITS_FOR_5), List.of(gate)))
                .containsExactly(1);
        assertThat(stuck(graph.refer(0, 4), List.of(0), List.of(WAITS_FOR_5), List.of(gate)))
                .as("the same object, by another way")
                .isEmpty();
    }

    @Test
    void aGateOpensWhenAKeeperMoves() {
        Graph graph = Graph.of(10).refer(0, 3, 6).refer(3, 4).refer(4, 7);
        Gate gate = new Gate(Set.of(1, 2), Set.of(), Set.of(new Gate.Reference(3, 4)));
        Suspect first = new Suspect(1, List.of(7), Set.of(), List.of());
        Suspect second = new Suspect(2, List.of(6), Set.of(), List.of());

        assertThat(stuck(graph, List.of(0), List.of(first, second), List.of(gate)))
                .isEmpty();
    }

    @Test
    void aGateOpensWhenWhatOpensItIsReached() {
        Graph graph = Graph.of(10).refer(0, 3).refer(3, 4).refer(4, 5);
        Gate gate = new Gate(Set.of(1), Set.of(3), Set.of(new Gate.Reference(3, 4)));

        assertThat(stuck(graph, List.of(0), List.of(WAITS_FOR_5), List.of(gate)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itAgreesWithASlowAndSimpleOne(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int size = 5 + random.nextInt(30);
            Graph graph = Graph.of(size);
            for (int edge = random.nextInt(2 * size); edge > 0; edge--) {
                graph.refer(random.nextInt(size), random.nextInt(size));
            }
            List<Suspect> suspects = new ArrayList<>();
            for (int thread = 0; thread < random.nextInt(6); thread++) {
                Set<Integer> awaited = random.nextInt(3) == 0 ? Set.copyOf(some(random, 6, 1)) : Set.of();
                suspects.add(new Suspect(thread, some(random, size, 2), awaited, some(random, size, 3)));
            }
            List<Gate> gates = new ArrayList<>();
            for (int gate = random.nextInt(3); gate > 0; gate--) {
                Set<Gate.Reference> references = new HashSet<>();
                for (int from : some(random, size, 4)) {
                    graph.rows().get(from).forEach(to -> references.add(new Gate.Reference(from, to)));
                }
                gates.add(new Gate(
                        Set.copyOf(some(random, 6, 2)),
                        random.nextBoolean() ? Set.of() : Set.copyOf(some(random, size, 1)),
                        references));
            }
            List<Integer> roots = some(random, size, 2);

            assertThat(stuck(graph, roots, suspects, gates))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(stuckNaively(graph, roots, suspects, gates));
        }
    }

    private static List<Integer> some(Random random, int bound, int most) {
        return random.ints(1 + random.nextInt(most), 0, bound).boxed().toList();
    }

    private static Set<Integer> stuck(Graph graph, List<Integer> roots, List<Suspect> suspects, List<Gate> gates) {
        return threads(new Marking(graph, suspects, gates).from(roots).stuck());
    }

    private static Set<Integer> threads(Set<Suspect> suspects) {
        return suspects.stream().map(Suspect::thread).collect(Collectors.toSet());
    }

    /** Begins anew each time that something has changed, and asks every question of the whole graph. */
    private static Set<Integer> stuckNaively(
            Graph graph, List<Integer> roots, List<Suspect> suspects, List<Gate> gates) {
        Set<Suspect> stuck = new HashSet<>(suspects);
        Set<Gate> shut = new HashSet<>(gates);
        while (true) {
            Set<Integer> reached = new HashSet<>(roots);
            suspects.stream().filter(suspect -> !stuck.contains(suspect)).forEach(suspect -> {
                reached.add(suspect.thread());
                reached.addAll(suspect.roots());
            });
            boolean grew = true;
            while (grew) {
                Set<Integer> more = new HashSet<>();
                for (int from : reached) {
                    for (int to : graph.rows().get(from)) {
                        if (shut.stream().noneMatch(gate -> gate.references().contains(new Gate.Reference(from, to)))) {
                            more.add(to);
                        }
                    }
                }
                grew = reached.addAll(more);
            }
            Set<Integer> before = threads(stuck);
            boolean changed = stuck.removeIf(suspect ->
                    suspect.blockers().stream().anyMatch(reached::contains) || !before.containsAll(suspect.awaited()));
            Set<Integer> stuckThreads = threads(stuck);
            changed |= shut.removeIf(gate -> !stuckThreads.containsAll(gate.keepers())
                    || gate.openers().stream().anyMatch(reached::contains));
            if (!changed) {
                return stuckThreads;
            }
        }
    }
}
