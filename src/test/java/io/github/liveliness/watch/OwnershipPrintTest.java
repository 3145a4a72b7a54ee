package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.model.ScopeId;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two prints are equal only if nothing that a proof rests on moved between them. */
class OwnershipPrintTest {
    private final JdkInternals jdk = OpenedJdk.internals();
    private final AtomicReference<Thread> worker = new AtomicReference<>();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private final FutureTask<Integer> awaited = new FutureTask<>(() -> 1);
    private final FutureTask<Integer> awaitedNext = new FutureTask<>(() -> 2);

    @AfterEach
    void letTheWorkerGo() {
        pool.shutdownNow();
    }

    @Test
    void aWorkerThatStaysInItsWaitLeavesTheSamePrint() {
        waitInTurn();

        assertThat(print().same(print())).isTrue();
    }

    @Test
    void aWorkerThatWaitsForAnotherFutureLeavesAnotherPrint() {
        waitInTurn();
        OwnershipPrint before = print();

        awaited.run();
        await().until(() -> blocker() == awaitedNext);

        assertThat(before.same(print())).isFalse();
    }

    @Test
    void aWorkerThatIsInItsNextTaskLeavesAnotherPrint() {
        pool.submit(() -> waitFor(awaited));
        await().until(() -> blocker() == awaited);
        OwnershipPrint before = print();

        pool.submit(() -> waitFor(awaitedNext));
        awaited.run();
        await().until(() -> blocker() == awaitedNext);

        assertThat(before.same(print())).isFalse();
    }

    @Test
    void aFutureThatIsDoneLeavesAnotherPrintThoughItsWaiterIsStillParked() {
        pool.submit(() -> {
            worker.set(Thread.currentThread());
            while (!awaitedNext.isDone()) {
                LockSupport.park(awaited);
            }
        });
        await().until(() -> blocker() == awaited);
        OwnershipPrint before = print();

        awaited.run();

        assertThat(before.same(print())).isFalse();
        awaitedNext.run();
    }

    @Test
    void aResizedPoolLeavesAnotherPrint() {
        waitInTurn();
        OwnershipPrint before = print();

        pool.setMaximumPoolSize(2);

        assertThat(before.same(print())).isFalse();
    }

    private void waitInTurn() {
        pool.submit(() -> waitFor(awaited) + waitFor(awaitedNext));
        await().until(() -> blocker() == awaited);
    }

    private int waitFor(FutureTask<Integer> future) throws Exception {
        worker.set(Thread.currentThread());
        return future.get();
    }

    private Object blocker() {
        Thread thread = worker.get();
        return thread == null ? this : LockSupport.getBlocker(thread);
    }

    private OwnershipPrint print() {
        WatchedExecutor watched = new WatchedExecutor(
                ExecutorTable.SEEN.find(pool),
                new ThreadPoolAdapter(jdk, new TaskQueues(jdk, System::nanoTime)),
                ScopeId.RUN);
        Look look = new Look(watched, watched.read(10).orElseThrow(), List.of());
        return OwnershipPrint.of(List.of(look), jdk);
    }
}
