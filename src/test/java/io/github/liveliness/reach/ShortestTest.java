package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortestTest {
    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final long goal = dump.object();
    private final long near = dump.holder(goal);
    private final long far = dump.holder(near);
    private final long asNear = dump.holder(goal);
    private final long aside = dump.object();

    @Test
    void theWayBeginsWithARootAndEndsWithTheGoal() throws IOException {
        assertThat(way(List.of(), far)).isEqualTo(indices(far, near, goal));
    }

    @Test
    void theShortestOfSeveralIsTaken() throws IOException {
        assertThat(way(List.of(), far, asNear)).isEqualTo(indices(asNear, goal));
    }

    @Test
    void ofTwoThatAreAsShortTheEarlierRootsIsTaken() throws IOException {
        assertThat(way(List.of(), aside, asNear, near)).isEqualTo(indices(asNear, goal));
        assertThat(way(List.of(), near, asNear)).isEqualTo(indices(near, goal));
    }

    @Test
    void aRootThatIsTheGoalIsAWay() throws IOException {
        assertThat(way(List.of(), near, goal)).isEqualTo(indices(goal));
    }

    @Test
    void aShutGateIsNoWay() throws IOException {
        Gate shut = new Gate(Set.of(), Set.of(), Set.of(new Gate.Reference(dump.index(near), dump.index(goal))));

        assertThat(way(List.of(shut), near)).isEmpty();
        assertThat(way(List.of(shut), near, asNear)).isEqualTo(indices(asNear, goal));
    }

    @Test
    void whoReachesNothingHasNoWay() throws IOException {
        assertThat(way(List.of(), aside, 0)).isEmpty();
    }

    private List<Integer> indices(long... objects) {
        return Arrays.stream(objects).mapToObj(dump::index).toList();
    }

    private List<Integer> way(List<Gate> shut, long... roots) throws IOException {
        List<Root> from = Arrays.stream(roots)
                .<Root>mapToObj(root -> new Root.Anybody(root == 0 ? Heap.NONE : dump.index(root)))
                .toList();
        return new Shortest(dump.read(folder), shut)
                .way(from, Set.of(dump.index(goal)))
                .orElse(List.of());
    }
}
