package io.github.liveliness.engine;

import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Reachability.Doubtful;
import io.github.liveliness.model.Reachability.NotAsked;
import io.github.liveliness.model.Reachability.NotMade;
import io.github.liveliness.model.Reachability.Reached;
import io.github.liveliness.model.Reachability.Unreached;
import java.util.Comparator;
import java.util.List;

/** What dumps tell of several threads at once: a knot is stuck if each of its threads is. */
final class Together {
    private static final List<Class<? extends Reachability>> HEAVIEST_FIRST =
            List.of(Reached.class, NotAsked.class, NotMade.class, Doubtful.class);

    private Together() {}

    /** Of several that somebody could wake, the one that comes first counts: it wakes the others. */
    static Reachability of(List<Reachability> told) {
        return told.stream().allMatch(Unreached.class::isInstance) && !told.isEmpty()
                ? unreached(told)
                : heaviest(told);
    }

    private static Reachability unreached(List<Reachability> told) {
        List<Unreached> proofs = told.stream().map(Unreached.class::cast).toList();
        return new Unreached(
                proofs.get(0).took(),
                proofs.stream()
                        .flatMap(proof -> proof.lastHolders().stream())
                        .distinct()
                        .toList());
    }

    private static Reachability heaviest(List<Reachability> told) {
        return told.stream()
                .min(Comparator.comparingInt(Together::weight).thenComparingInt(Together::rank))
                .orElseGet(NotAsked::new);
    }

    private static int weight(Reachability told) {
        int kind = HEAVIEST_FIRST.indexOf(told.getClass());
        return kind < 0 ? HEAVIEST_FIRST.size() : kind;
    }

    private static int rank(Reachability told) {
        return told instanceof Reached reached ? reached.rank() : 0;
    }
}
