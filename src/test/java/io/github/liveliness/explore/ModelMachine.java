package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import io.github.liveliness.agent.boot.PointKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A program made by hand: threads of a few steps each, on shared numbers. Each step is a point. */
final class ModelMachine implements Program {
    private static final int MOST_STEPS = 200;

    private final int cells;
    private final List<List<Step>> threads;
    private final int pool;
    private int runs;

    /**
     * One step of a thread.
     *
     * @param point what it is
     * @param object what it touches
     * @param enabled whether it can be done
     * @param effect what it does
     */
    record Step(PointKind point, int object, Predicate<State> enabled, Consumer<State> effect) {}

    /** A failed check of the program. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /** Shared numbers, and where each thread is. */
    static final class State {
        final int[] cell;
        final int[] next;
        int running;

        State(int cells, int threads) {
            cell = new int[cells];
            next = new int[threads];
        }

        /** Has the running thread go on from another step. */
        void jump(int step) {
            next[running] = step - 1;
        }
    }

    private ModelMachine(int cells, int pool, List<List<Step>> threads) {
        this.cells = cells;
        this.pool = pool;
        this.threads = threads;
    }

    static ModelMachine of(int cells, List<Step> one, List<Step> other) {
        return new ModelMachine(cells, 0, List.of(one, other));
    }

    static Step step(PointKind point, int object, Consumer<State> effect) {
        return new Step(point, object, state -> true, effect);
    }

    static Step when(PointKind point, int object, Predicate<State> enabled, Consumer<State> effect) {
        return new Step(point, object, enabled, effect);
    }

    static Step lock(int cell) {
        return when(PointKind.LOCK, cell + 1, state -> state.cell[cell] == 0, state -> state.cell[cell] = 1);
    }

    static Step unlock(int cell) {
        return step(PointKind.UNLOCK, cell + 1, state -> state.cell[cell] = 0);
    }

    /** Steps that touch nothing. */
    static List<Step> idle(int steps) {
        List<Step> idle = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            idle.add(step(PointKind.MEMORY, 0, state -> {}));
        }
        return idle;
    }

    /** Each takes both locks, in another order than the other. */
    static ModelMachine twoLocks() {
        return of(2, List.of(lock(0), lock(1), unlock(1), unlock(0)), List.of(lock(1), lock(0), unlock(0), unlock(1)));
    }

    /** A waiter that looks before it waits, and a signal that nobody keeps. */
    static ModelMachine lostWakeUp() {
        List<Step> waiter = new ArrayList<>(idle(4));
        waiter.add(step(PointKind.MEMORY, 1, state -> {
            if (state.cell[0] == 1) {
                state.jump(7);
            }
        }));
        waiter.add(step(PointKind.WAIT, 2, state -> state.cell[1] = 1));
        waiter.add(when(PointKind.WAIT, 2, state -> state.cell[1] == 2, state -> {}));
        List<Step> signaller = new ArrayList<>(idle(4));
        signaller.add(step(PointKind.MEMORY, 1, state -> state.cell[0] = 1));
        signaller.add(step(PointKind.NOTIFY, 2, state -> state.cell[1] = state.cell[1] == 1 ? 2 : 0));
        return of(2, waiter, signaller);
    }

    /** As many outer tasks as there are workers; each submits an inner one, behind all that are queued, and waits for it. */
    static ModelMachine starvation(int workers) {
        int outer = 0;
        int inner = 1;
        int outerDone = 2;
        int innerDone = 3;
        List<List<Step>> threads = new ArrayList<>();
        List<Step> body = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            body.add(step(PointKind.SUBMIT, 1, state -> state.cell[outer]++));
        }
        body.add(when(PointKind.PARK, 2, state -> state.cell[outerDone] == workers, state -> {}));
        threads.add(body);
        List<Step> worker = List.of(
                when(PointKind.TASK_BEGINS, 1, state -> state.cell[outer] + state.cell[inner] > 0, state -> {
                    boolean takesOuter = state.cell[outer] > 0;
                    state.cell[takesOuter ? outer : inner]--;
                    state.jump(takesOuter ? 1 : 4);
                }),
                step(PointKind.SUBMIT, 1, state -> state.cell[inner]++),
                when(PointKind.PARK, 3, state -> state.cell[innerDone] > 0, state -> state.cell[innerDone]--),
                step(PointKind.TASK_ENDS, 2, state -> {
                    state.cell[outerDone]++;
                    state.jump(0);
                }),
                step(PointKind.TASK_ENDS, 3, state -> {
                    state.cell[innerDone]++;
                    state.jump(0);
                }));
        for (int i = 0; i < workers; i++) {
            threads.add(worker);
        }
        return new ModelMachine(4, 1, threads);
    }

    /** Two threads that add to a number without a lock, and a check of it that comes last. */
    static ModelMachine lostUpdate() {
        Step check = when(PointKind.JOIN, 0, state -> state.next[0] >= 2 && state.next[1] >= 2, state -> {
            if (state.cell[0] != 2) {
                throw new Broken("an update was lost");
            }
        });
        return new ModelMachine(3, 0, List.of(List.of(read(1), write(1)), List.of(read(2), write(2)), List.of(check)));
    }

    private static Step read(int local) {
        return step(PointKind.MEMORY, 1, state -> state.cell[local] = state.cell[0]);
    }

    private static Step write(int local) {
        return step(PointKind.MEMORY, 1, state -> state.cell[0] = state.cell[local] + 1);
    }

    /** Threads that have nothing to do with each other. */
    static ModelMachine strangers(int... steps) {
        return new ModelMachine(
                0, 0, Arrays.stream(steps).mapToObj(ModelMachine::idle).toList());
    }

    /** One thread asks again and again until another has answered. */
    static ModelMachine spinning(boolean answered) {
        return of(
                1,
                List.of(
                        step(PointKind.MEMORY, 1, state -> state.jump(state.cell[0] == 1 ? 1 : 0)),
                        step(PointKind.CONTINUE, 0, state -> {})),
                List.of(step(PointKind.MEMORY, 1, state -> state.cell[0] = answered ? 1 : 0)));
    }

    int runs() {
        return runs;
    }

    @Override
    public Run run(Decider decider) {
        runs++;
        return new Running(decider).run();
    }

    /** One run, which is its own choice. */
    private final class Running implements Choice {
        private final Decider decider;
        private final State state = new State(cells, threads.size());
        private final int[] able = new int[threads.size()];
        private final int[] chosen = new int[MOST_STEPS];
        private final int[] counts = new int[MOST_STEPS];
        private final boolean[] currentFirst = new boolean[MOST_STEPS];
        private int count;
        private int decisions;
        private int steps;

        Running(Decider decider) {
            this.decider = decider;
        }

        Run run() {
            Ending ending = null;
            while (ending == null) {
                findAble();
                if (steps == MOST_STEPS) {
                    ending = new Ending.TooLong(steps);
                } else if (count == 0) {
                    ending = end();
                } else {
                    ending = go(able[count == 1 ? 0 : decide()]);
                }
            }
            return new Run(
                    ending, Decisions.of(decisions, chosen, counts, currentFirst), steps, false, Optional.empty());
        }

        private Ending end() {
            boolean over = pool == 1 ? isOver(0) : isOver(0) && allOver();
            return over
                    ? new Ending.Passed()
                    : new Ending.Stalled("stalled at " + Arrays.toString(state.next), List.of());
        }

        private boolean isOver(int thread) {
            return state.next[thread] >= threads.get(thread).size();
        }

        private boolean allOver() {
            for (int i = 0; i < threads.size(); i++) {
                if (!isOver(i)) {
                    return false;
                }
            }
            return true;
        }

        private Ending go(int thread) {
            state.running = thread;
            steps++;
            try {
                threads.get(thread).get(state.next[thread]).effect().accept(state);
                state.next[thread]++;
                return null;
            } catch (Broken broken) {
                return new Ending.Failed(broken.getMessage(), broken);
            }
        }

        private int decide() {
            int index = decider.choose(this);
            chosen[decisions] = index;
            counts[decisions] = count;
            currentFirst[decisions] = isCurrentFirst();
            decisions++;
            return index;
        }

        private void findAble() {
            count = 0;
            if (isAble(state.running)) {
                able[count++] = state.running;
            }
            for (int i = 0; i < threads.size(); i++) {
                if (i != state.running && isAble(i)) {
                    able[count++] = i;
                }
            }
        }

        private boolean isAble(int thread) {
            return !isOver(thread)
                    && threads.get(thread).get(state.next[thread]).enabled().test(state);
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public boolean isCurrentFirst() {
            return able[0] == state.running;
        }

        @Override
        public int thread(int index) {
            return able[index];
        }

        @Override
        public PointKind point(int index) {
            return threads.get(able[index]).get(state.next[able[index]]).point();
        }

        @Override
        public int object(int index) {
            return threads.get(able[index]).get(state.next[able[index]]).object();
        }

        @Override
        public int pool(int index) {
            return able[index] == 0 ? 0 : pool;
        }

        @Override
        public int taskDepth(int index) {
            return pool(index) != 0 && state.next[able[index]] > 0 ? 1 : 0;
        }

        @Override
        public int step() {
            return steps;
        }

        @Override
        public int poolSize(int ofPool) {
            return threads.size() - 1;
        }

        @Override
        public int waitingWorkers(int ofPool) {
            int waiting = 0;
            for (int i = 1; i < threads.size(); i++) {
                waiting += state.next[i] == 2 && !isAble(i) ? 1 : 0;
            }
            return waiting;
        }

        @Override
        public int backlog(int ofPool) {
            return state.cell[0] + state.cell[1];
        }
    }
}
