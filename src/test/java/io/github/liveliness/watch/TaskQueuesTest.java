package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskQueuesTest {
    private final JdkInternals jdk = OpenedJdk.internals();
    private final TaskQueues queues = new TaskQueues(jdk, System::nanoTime);

    @Test
    void tasksAreReadInTheOrderInWhichTheyWillBeTaken() throws Exception {
        for (BlockingQueue<String> queue : List.<BlockingQueue<String>>of(
                new LinkedBlockingQueue<>(), new LinkedBlockingDeque<>(), new ArrayBlockingQueue<>(3))) {
            queue.put("gone");
            queue.put("a");
            queue.put("b");
            queue.take();
            queue.put("c");

            TaskQueue read = queues.reader(queue).orElseThrow();
            assertThat(read.size()).as(queue.getClass().getSimpleName()).isEqualTo(3);
            assertThat(read.tasks(10)).containsExactly("a", "b", "c");
            assertThat(read.tasks(2)).containsExactly("a", "b");
        }
    }

    @Test
    void theFirstOfAPriorityQueueIsTheNextToBeTaken() {
        PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>(List.of(3, 1, 2));

        TaskQueue read = queues.reader(queue).orElseThrow();

        assertThat(read.size()).isEqualTo(3);
        assertThat(read.tasks(10)).startsWith(1).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void onlyDueTasksOfAScheduledPoolCount() {
        ScheduledThreadPoolExecutor idle = new ScheduledThreadPoolExecutor(1);
        try {
            Runnable later = (Runnable) idle.schedule(() -> {}, 1, TimeUnit.DAYS);

            TaskQueue read = queues.reader(idle.getQueue()).orElseThrow();

            assertThat(idle.getQueue()).containsExactly(later);
            assertThat(read.size()).isZero();
            assertThat(new TaskQueues(jdk, () -> System.nanoTime() + TimeUnit.DAYS.toNanos(2))
                            .reader(idle.getQueue())
                            .orElseThrow()
                            .tasks(10))
                    .containsExactly(later);
        } finally {
            idle.shutdownNow();
        }
    }

    @Test
    void aQueueOverflowsAtItsCapacity() {
        assertThat(capacity(new LinkedBlockingQueue<>(7))).isEqualTo(7);
        assertThat(capacity(new LinkedBlockingDeque<>(7))).isEqualTo(7);
        assertThat(capacity(new ArrayBlockingQueue<>(7))).isEqualTo(7);
        assertThat(capacity(new SynchronousQueue<>())).isZero();
    }

    @Test
    void aQueueThatTakesEverythingNeverOverflows() {
        assertThat(capacity(new LinkedBlockingQueue<>())).isEqualTo(Integer.MAX_VALUE);
        assertThat(capacity(new LinkedBlockingDeque<>())).isEqualTo(Integer.MAX_VALUE);
        assertThat(capacity(new PriorityBlockingQueue<>(7))).isEqualTo(Integer.MAX_VALUE);
    }

    private int capacity(BlockingQueue<?> queue) {
        return queues.reader(queue).orElseThrow().capacity();
    }

    @Test
    void aHandOffHoldsNothing() {
        assertThat(queues.reader(new SynchronousQueue<>()).orElseThrow().size()).isZero();
    }

    @Test
    void aQueueOfUnknownStructureIsNotRead() {
        BlockingQueue<Runnable> usersOwn = new LinkedBlockingQueue<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public int size() {
                throw new AssertionError("a user's method was called");
            }
        };

        assertThat(queues.reader(usersOwn)).isEmpty();
        assertThat(queues.reader(new LinkedTransferQueue<>())).isEmpty();
    }
}
