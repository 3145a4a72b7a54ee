package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.PointKind;

/** So many threads of one pool, about to do one thing each. */
final class FixedChoice implements Choice {
    private static final PointKind[] KINDS = PointKind.values();

    private final int count;

    FixedChoice(int count) {
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean isCurrentFirst() {
        return true;
    }

    @Override
    public int thread(int index) {
        return index;
    }

    @Override
    public PointKind point(int index) {
        return KINDS[index * 3 % KINDS.length];
    }

    @Override
    public int object(int index) {
        return 1;
    }

    @Override
    public int pool(int index) {
        return 1;
    }

    @Override
    public int taskDepth(int index) {
        return 1;
    }

    @Override
    public int step() {
        return 0;
    }

    @Override
    public int poolSize(int pool) {
        return count;
    }

    @Override
    public int waitingWorkers(int pool) {
        return 1;
    }

    @Override
    public int backlog(int pool) {
        return 1;
    }
}
