package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import io.github.liveliness.agent.boot.PointKind;

/**
 * Drives a run towards a stall.
 *
 * <p>Pools stall when tasks begin on all of their threads, and wait, before anybody completes what they wait for: so what begins
 * tasks, submits, or brings a worker to a wait is favoured, and what completes or signals is put off. Signals are lost the
 * other way round, when they come before anybody waits; so part of the schedules hurry signals and hold up those who are
 * about to wait. How strong the drift is, is drawn for each schedule, and chance has a part in every choice: any schedule can
 * come.
 */
final class StallDirectedDecider implements Decider {
    private static final int STRONGEST = 3;
    private static final int KEPT_MOST = 3;

    private final Dice dice;
    private final Drift drift;
    private final int strength;
    private final int kept;

    /** What a schedule is driven towards. */
    private enum Drift {
        /** Everybody waits, and nobody completes. */
        FULL_POOLS,
        /** Signals come before anybody waits for them. */
        EARLY_SIGNALS
    }

    private StallDirectedDecider(Dice dice, Drift drift, int strength, int kept) {
        this.dice = dice;
        this.drift = drift;
        this.strength = strength;
        this.kept = kept;
    }

    static StallDirectedDecider of(Dice dice) {
        Drift drift = dice.below(2) == 0 ? Drift.FULL_POOLS : Drift.EARLY_SIGNALS;
        return new StallDirectedDecider(dice, drift, 1 + dice.below(STRONGEST), dice.below(KEPT_MOST));
    }

    @Override
    public int choose(Choice choice) {
        int best = 0;
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < choice.count(); i++) {
            long score = (long) weight(choice, i) * strength + chance();
            if (score > highest) {
                highest = score;
                best = i;
            }
        }
        return best;
    }

    /** Small mostly, and now and then more than any drift. */
    private int chance() {
        return Long.numberOfTrailingZeros(dice.next() | 1L << 40) * 2 + dice.below(4);
    }

    private int weight(Choice choice, int index) {
        int stays = index == 0 && choice.isCurrentFirst() ? kept : 0;
        int towards = switch (drift) {
            case FULL_POOLS -> towardsFullPools(choice, index);
            case EARLY_SIGNALS -> towardsEarlySignals(choice.point(index));
        };
        return stays + towards;
    }

    private static int towardsFullPools(Choice choice, int index) {
        PointKind point = choice.point(index);
        return switch (point) {
            case START, SUBMIT -> 2;
            case TASK_BEGINS -> 3;
            case PARK, WAIT, JOIN, SLEEP -> choice.taskDepth(index) > 0 ? 2 + crowd(choice, index) : 1;
            case LOCK, MONITOR, SYNCHRONIZER -> choice.taskDepth(index) > 0 ? 1 : 0;
            case UNPARK, NOTIFY, UNLOCK -> -1;
            case TASK_ENDS -> -2;
            case CONTINUE, MEMORY -> 0;
        };
    }

    /** Where some wait already, and work is left to wait for, one more counts for more. */
    private static int crowd(Choice choice, int index) {
        int pool = choice.pool(index);
        return pool != 0 && choice.waitingWorkers(pool) > 0 && choice.backlog(pool) > 0 ? 1 : 0;
    }

    private static int towardsEarlySignals(PointKind point) {
        return switch (point) {
            case UNPARK, NOTIFY, TASK_ENDS -> 3;
            case LOCK, MONITOR, SYNCHRONIZER, UNLOCK, CONTINUE, MEMORY, START, TASK_BEGINS, SUBMIT -> 0;
            case PARK, WAIT, JOIN, SLEEP -> -3;
        };
    }
}
