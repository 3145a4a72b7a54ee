package io.github.liveliness.explore;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What to choose in a run: at each of these decisions somebody else than the first goes on, at all others the first.
 *
 * @param switches in the order of their decisions
 */
@API(status = API.Status.INTERNAL)
public record Schedule(List<Switch> switches) {

    /** Nobody is stopped. */
    public static final Schedule UNDISTURBED = new Schedule(List.of());

    public Schedule {
        switches = List.copyOf(switches);
    }

    /**
     * A decision for somebody else than the first.
     *
     * @param decision its number in the run, from 0
     * @param chosen the index of the thread that goes on, from 1
     * @param count how many threads there were to choose from
     * @param check tells, with some luck, whether the run has come here in another way
     */
    public record Switch(int decision, int chosen, int count, int check) {

        /** The same, so many decisions before. */
        Switch earlier(int decisions) {
            return new Switch(decision - decisions, chosen, count, check);
        }
    }

    /** What was chosen in a run. */
    static Schedule of(Decisions decisions) {
        List<Switch> switches = new ArrayList<>();
        int path = PathCheck.START;
        for (int i = 0; i < decisions.size(); i++) {
            path = PathCheck.next(path, decisions.count(i), decisions.isCurrentFirst(i));
            if (decisions.chosen(i) != 0) {
                switches.add(new Switch(i, decisions.chosen(i), decisions.count(i), PathCheck.brief(path)));
            }
        }
        return new Schedule(switches);
    }

    /** The first so many decisions of a run, and one more. */
    static Schedule branch(Decisions decisions, int decision, int chosen) {
        List<Switch> switches = new ArrayList<>();
        for (Switch known : of(decisions).switches) {
            if (known.decision() < decision) {
                switches.add(known);
            }
        }
        switches.add(new Switch(decision, chosen, decisions.count(decision), 0));
        return new Schedule(switches);
    }
}
