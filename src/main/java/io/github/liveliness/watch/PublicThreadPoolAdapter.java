package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.IntStream;

/**
 * Watches one pool through its public methods, for where the JDK's fields are closed.
 *
 * <p>Exact JDK classes only: in a subclass each of these methods may be the user's, and so may be what runs while the
 * pool's lock is held, which the methods that count take.
 *
 * <p>Which thread works for which pool is not public. So a pool shows its workers only while all of them are inside
 * tasks; then it shows all threads of the JVM that are inside a task of any pool, since its own are among those. If none
 * of them can move, none of its own can.
 */
final class PublicThreadPoolAdapter implements ExecutorAdapter {
    private final PoolThreads threads;
    private Optional<Sighting> sighting = Optional.empty();

    /**
     * A pool at one moment.
     *
     * @param live how many threads it had
     * @param completed how many tasks it had completed
     */
    private record Count(int live, long completed) {}

    private record Sighting(Count count, List<Thread> candidates) {
        boolean isCertain() {
            return candidates.size() == count.live;
        }

        /** By identity: a thread's own equals may be the user's. */
        boolean same(Sighting other) {
            return count.equals(other.count)
                    && candidates.size() == other.candidates.size()
                    && IntStream.range(0, candidates.size())
                            .allMatch(index -> candidates.get(index) == other.candidates.get(index));
        }
    }

    PublicThreadPoolAdapter(PoolThreads threads) {
        this.threads = threads;
    }

    @Override
    public ExecutorState.Kind kind(Object executor) {
        return executor instanceof ScheduledThreadPoolExecutor
                ? ExecutorState.Kind.SCHEDULED_POOL
                : ExecutorState.Kind.THREAD_POOL;
    }

    @Override
    public Pulse pulse(Object executor) {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
        int backlog = queue(pool).size();
        Optional<Count> count = backlog == 0 ? Optional.empty() : countIfAllAtWork(pool);
        if (count.isEmpty()) {
            sighting = Optional.empty();
            return Pulse.CALM;
        }
        Count now = count.get();
        Sighting seen = sighting.filter(last -> last.count.equals(now)).orElseGet(() -> sight(pool, now));
        boolean spare = now.live < pool.getCorePoolSize();
        return new Pulse(backlog, spare, now.completed + now.live, seen.candidates);
    }

    @Override
    public Reading read(Object executor, int limit) {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
        TaskQueue queue = queue(pool);
        Optional<Sighting> seen = countIfAllAtWork(pool).map(count -> sight(pool, count));
        int live = seen.map(Sighting::count).map(Count::live).orElse(0);
        return new Reading(
                seen.map(Sighting::candidates).orElse(List.of()).stream()
                        .map(thread -> new Reading.Worker(thread, false, 0))
                        .toList(),
                queue.tasks(limit),
                queue.size(),
                size(pool, queue, live),
                seen.map(Sighting::count).map(Count::completed).orElse(0L),
                queue.identity());
    }

    private static TaskQueue queue(ThreadPoolExecutor pool) {
        return PublicTaskQueue.of(pool.getQueue())
                .orElseThrow(() -> new IllegalStateException("only pools with a readable queue are watched"));
    }

    private static Size size(ThreadPoolExecutor pool, TaskQueue queue, int live) {
        int core = pool.getCorePoolSize();
        int maximum = pool.getMaximumPoolSize();
        Growth growth = PoolGrowth.of(core, maximum, live, queue.capacity(), pool.getRejectedExecutionHandler());
        return new Size(core, maximum, live, growth);
    }

    private static Optional<Count> countIfAllAtWork(ThreadPoolExecutor pool) {
        int live = pool.getPoolSize();
        return live > 0 && pool.getActiveCount() == live
                ? Optional.of(new Count(live, pool.getCompletedTaskCount()))
                : Optional.empty();
    }

    /** A task that ended in between may have been on a thread that is left out. */
    private Sighting sight(ThreadPoolExecutor pool, Count before) {
        Sighting seen = new Sighting(before, threads.candidates(this));
        if (countIfAllAtWork(pool).filter(before::equals).isEmpty()) {
            throw new TornReadException("the pool went on while its threads were listed");
        }
        // Twice, since a worker may be counted before its thread has started.
        if (seen.isCertain() && sighting.filter(seen::same).isPresent()) {
            threads.settle(this, seen.candidates);
        }
        sighting = Optional.of(seen);
        return seen;
    }
}
