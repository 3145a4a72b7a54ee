package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes small snapshots by chance, in which about as much is stuck as moves. */
final class RandomSnapshots {

    private RandomSnapshots() {}

    static SnapshotBuilder snapshot(Random random) {
        SnapshotBuilder snapshot = new SnapshotBuilder();
        List<ExecutorBuilder> pools = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(number -> snapshot.pool("pool" + number, random.nextInt(4)))
                .toList();
        List<ThreadBuilder> threads = new ArrayList<>();
        pools.forEach(pool -> threads.addAll(pool.workers()));
        IntStream.range(0, random.nextInt(3)).forEach(number -> threads.add(snapshot.thread("body" + number)));
        threads.forEach(thread -> act(thread, pools, threads, random));
        pools.forEach(pool -> disturb(pool, random));
        threads.stream().filter(thread -> random.nextInt(30) == 0).forEach(ThreadBuilder::unseen);
        return random.nextInt(20) == 0 ? snapshot.loose() : snapshot;
    }

    private static void act(
            ThreadBuilder thread, List<ExecutorBuilder> pools, List<ThreadBuilder> threads, Random random) {
        switch (random.nextInt(16)) {
            case 0 -> thread.sleeps();
            case 1 -> thread.idles();
            default -> {
                Waker[] wakers = IntStream.range(0, random.nextInt(5) == 0 ? 2 : 1)
                        .mapToObj(number -> waker(pools, threads, random))
                        .toArray(Waker[]::new);
                thread.waits(random.nextInt(8) == 0 ? Form.LATCH : Form.FUTURE_TASK, wakers);
                if (random.nextInt(6) == 0) {
                    thread.forAtMost(Duration.ofSeconds(random.nextInt(30)));
                }
            }
        }
    }

    private static Waker waker(List<ExecutorBuilder> pools, List<ThreadBuilder> threads, Random random) {
        ExecutorBuilder pool = pools.get(random.nextInt(pools.size()));
        ThreadBuilder thread = threads.get(random.nextInt(threads.size()));
        return switch (random.nextInt(24)) {
            case 0 -> new Waker.Unknown("anybody");
            case 1 -> pool.taken();
            case 2, 3, 4, 5 -> thread.running();
            case 6, 7, 8, 9 -> thread.owner();
            case 10, 11 -> thread.runningCandidate();
            case 12, 13, 14 -> pool.queuedCandidate();
            default -> pool.queued();
        };
    }

    private static void disturb(ExecutorBuilder pool, Random random) {
        switch (random.nextInt(16)) {
            case 0 -> pool.growing();
            case 1 -> pool.live(pool.workers().size() + 1);
            case 2 -> pool.unlisted(1);
            case 3 -> pool.kind(Kind.FORK_JOIN_POOL);
            case 4 -> pool.core(pool.workers().size() + 1);
            case 5 -> pool.growingOnOverflow();
            default -> {}
        }
    }
}
