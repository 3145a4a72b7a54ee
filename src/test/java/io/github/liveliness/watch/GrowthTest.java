package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.ExecutorState.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a real ThreadPoolExecutor would start another thread. */
class GrowthTest {
    private final JdkInternals jdk = OpenedJdk.internals();
    private final ThreadPoolAdapter adapter = new ThreadPoolAdapter(jdk, new TaskQueues(jdk, System::nanoTime));
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<ThreadPoolExecutor> pools = new ArrayList<>();

    @AfterEach
    void letEverythingGo() {
        pools.forEach(ThreadPoolExecutor::shutdownNow);
    }

    @Test
    void anUnboundedQueueNeverLetsItGrow() {
        assertThat(growth(pool(1, 8, new LinkedBlockingQueue<>()), 1)).isEqualTo(Growth.CLOSED);
        assertThat(growth(pool(1, 8, new LinkedBlockingDeque<>()), 1)).isEqualTo(Growth.CLOSED);
        assertThat(growth(pool(1, 8, new PriorityBlockingQueue<>()), 1)).isEqualTo(Growth.CLOSED);
    }

    @Test
    void aBoundedQueueLetsItGrowOnlyWhenItOverflows() {
        assertThat(growth(pool(1, 2, new ArrayBlockingQueue<>(5)), 1)).isEqualTo(Growth.ON_OVERFLOW);
        assertThat(growth(pool(1, 2, new LinkedBlockingQueue<>(5)), 1)).isEqualTo(Growth.ON_OVERFLOW);
        assertThat(growth(pool(1, 2, new LinkedBlockingDeque<>(5)), 1)).isEqualTo(Growth.ON_OVERFLOW);
    }

    @Test
    void aFullQueueHasNotOverflowedYet() {
        ThreadPoolExecutor pool = pool(1, 2, new ArrayBlockingQueue<>(1));

        assertThat(growth(pool, 2)).isEqualTo(Growth.ON_OVERFLOW);
        assertThat(pool.getQueue().remainingCapacity()).isZero();
        assertThat(pool.getPoolSize()).isEqualTo(1);
    }

    @Test
    void aQueueThatHasOverflowedMayDoSoAgain() {
        ThreadPoolExecutor pool = pool(1, 3, new ArrayBlockingQueue<>(1));

        assertThat(growth(pool, 3)).isEqualTo(Growth.ON_OVERFLOW);
        assertThat(pool.getPoolSize()).isEqualTo(2);
    }

    @Test
    void withoutACoreItGrowsOnOverflowOnceItHasAThread() {
        ThreadPoolExecutor pool = pool(0, 2, new ArrayBlockingQueue<>(5));

        assertThat(growth(pool, 1)).isEqualTo(Growth.ON_OVERFLOW);
        assertThat(pool.getPoolSize()).isEqualTo(1);
    }

    @Test
    void atItsMaximumItDoesNotGrow() {
        assertThat(growth(pool(1, 1, new ArrayBlockingQueue<>(5)), 2)).isEqualTo(Growth.CLOSED);
        assertThat(growth(pool(1, 2, new ArrayBlockingQueue<>(1)), 3)).isEqualTo(Growth.CLOSED);
        assertThat(growth(pool(1, 2, new SynchronousQueue<>()), 2)).isEqualTo(Growth.CLOSED);
    }

    @Test
    void belowItsCoreAnyTaskStartsAThreadWhateverTheQueue() {
        assertThat(growth(pool(2, 3, new ArrayBlockingQueue<>(5)), 1)).isEqualTo(Growth.OPEN);
        assertThat(growth(pool(2, 2, new LinkedBlockingQueue<>()), 1)).isEqualTo(Growth.OPEN);
    }

    @Test
    void aQueueThatHoldsNothingLetsAnyTaskStartAThread() {
        assertThat(growth(pool(1, 2, new SynchronousQueue<>()), 1)).isEqualTo(Growth.OPEN);
    }

    @Test
    void aRejectionHandlerOfTheUsersMayDrainTheQueue() {
        RejectedExecutionHandler draining =
                (task, rejecting) -> rejecting.getQueue().poll();

        assertThat(growth(pool(1, 1, new ArrayBlockingQueue<>(5), draining), 1)).isEqualTo(Growth.OPEN);
        assertThat(growth(pool(1, 2, new ArrayBlockingQueue<>(5), draining), 1)).isEqualTo(Growth.OPEN);
    }

    @Test
    void aQueueOfTheUsersMayDoAnything() {
        BlockingQueue<Runnable> usersOwn = new ArrayBlockingQueue<>(5) {
            private static final long serialVersionUID = 1L;
        };

        assertThat(growth(pool(1, 2, usersOwn), 1)).isEqualTo(Growth.OPEN);
    }

    /** With so many tasks that don't end, of which as many run as it has threads for. */
    private Growth growth(ThreadPoolExecutor pool, int tasks) {
        for (int i = 0; i < tasks; i++) {
            pool.submit(() -> {
                never.await();
                return 1;
            });
        }
        return adapter.read(pool, 0).size().growth();
    }

    private ThreadPoolExecutor pool(int core, int maximum, BlockingQueue<Runnable> queue) {
        return pool(core, maximum, queue, new ThreadPoolExecutor.AbortPolicy());
    }

    private ThreadPoolExecutor pool(
            int core, int maximum, BlockingQueue<Runnable> queue, RejectedExecutionHandler rejection) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(core, maximum, 1, TimeUnit.HOURS, queue, rejection);
        pools.add(pool);
        return pool;
    }
}
