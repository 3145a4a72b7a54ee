package io.github.liveliness.explore.programs;

import java.util.concurrent.RecursiveTask;

/** Adds up numbers, half by half. */
final class RangeSum extends RecursiveTask<Integer> {

    private static final long serialVersionUID = 1;

    private final int from;
    private final int until;

    RangeSum(int from, int until) {
        this.from = from;
        this.until = until;
    }

    @Override
    protected Integer compute() {
        if (until - from <= 2) {
            return from + (until - from == 2 ? from + 1 : 0);
        }
        int middle = (from + until) / 2;
        RangeSum left = new RangeSum(from, middle);
        left.fork();
        return new RangeSum(middle, until).compute() + left.join();
    }
}
