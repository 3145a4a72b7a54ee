package io.github.liveliness.agent.boot;

/** Those threads of a controlled run that can go on now. */
final class Candidates implements Choice {

    private final ControlledThreads threads;
    private final ControlledPools pools;
    private final VirtualClock clock;
    private final IdentityNumbers objects = new IdentityNumbers();
    private ControlledThread[] candidates = new ControlledThread[8];
    private int count;
    private boolean currentFirst;
    private int step;

    Candidates(ControlledThreads threads, ControlledPools pools, VirtualClock clock) {
        this.threads = threads;
        this.pools = pools;
        this.clock = clock;
    }

    /** Finds them anew. */
    void find(ControlledThread current, int points) {
        if (candidates.length < threads.count()) {
            candidates = new ControlledThread[2 * threads.count()];
        }
        step = points;
        count = 0;
        currentFirst = isOne(current);
        if (currentFirst) {
            candidates[count++] = current;
        }
        for (int number = 0; number < threads.count(); number++) {
            ControlledThread each = threads.get(number);
            if (each != current && isOne(each)) {
                candidates[count++] = each;
            }
        }
    }

    ControlledThread get(int index) {
        return candidates[index];
    }

    private boolean isOne(ControlledThread thread) {
        return !thread.hasYielded() && threads.canGoOn(thread, clock.now());
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean isCurrentFirst() {
        return currentFirst;
    }

    @Override
    public int thread(int index) {
        return candidates[index].number();
    }

    @Override
    public PointKind point(int index) {
        return candidates[index].point();
    }

    @Override
    public int object(int index) {
        return objects.of(candidates[index].object());
    }

    @Override
    public int pool(int index) {
        return candidates[index].poolNumber();
    }

    @Override
    public int taskDepth(int index) {
        return candidates[index].isInTask() ? 1 : 0;
    }

    @Override
    public int step() {
        return step;
    }

    @Override
    public int poolSize(int pool) {
        return pools.size(pool);
    }

    @Override
    public int waitingWorkers(int pool) {
        int waiting = 0;
        for (int number = 0; number < threads.count(); number++) {
            ControlledThread each = threads.get(number);
            if (each.poolNumber() == pool && each.isInTask() && !threads.canGoOn(each, clock.now())) {
                waiting++;
            }
        }
        return waiting;
    }

    @Override
    public int backlog(int pool) {
        return pools.backlog(pool);
    }
}
