package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import java.util.Optional;

/** Follows a schedule as far as it fits. */
final class ScheduledDecider implements Decider {
    private final Schedule.Switch[] switches;
    private int next;
    private int decision;
    private int path = PathCheck.START;
    private int divergedAt = -1;
    private int countThere;

    ScheduledDecider(Schedule schedule) {
        this.switches = schedule.switches().toArray(Schedule.Switch[]::new);
    }

    static ScheduledDecider undisturbed() {
        return new ScheduledDecider(Schedule.UNDISTURBED);
    }

    @Override
    public int choose(Choice choice) {
        int now = decision++;
        if (next == switches.length) {
            return 0;
        }
        int count = choice.count();
        path = PathCheck.next(path, count, choice.isCurrentFirst());
        Schedule.Switch planned = switches[next];
        if (planned.decision() != now) {
            return 0;
        }
        if (divergedAt < 0 && (count != planned.count() || PathCheck.brief(path) != planned.check())) {
            divergedAt = next;
            countThere = count;
        }
        next++;
        return Math.min(planned.chosen(), count - 1);
    }

    /** Whether the run still has switches to come, or is through with them. */
    boolean isThrough() {
        return next == switches.length;
    }

    /** Where the run was not the one that the schedule was written down from; to be asked after the run. */
    Optional<Divergence> divergence() {
        if (divergedAt >= 0) {
            return Optional.of(Divergence.atSwitch(divergedAt, switches.length, switches[divergedAt], countThere));
        }
        return isThrough()
                ? Optional.empty()
                : Optional.of(Divergence.tooShort(next, switches.length, switches[next], decision));
    }
}
