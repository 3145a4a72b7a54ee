package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExecutorContentsTest {
    private final Runnable queued = new Task();
    private final Runnable wrapped = new Task();
    private final Runnable running = new Task();
    private final Runnable elsewhere = new Task();

    @BeforeAll
    static void openTheJdk() {
        OpenedJdk.internals();
    }

    @Test
    void whatLiesInAQueueIsFoundAlsoInAWrapping() {
        Keeper executor = new Keeper();
        for (int i = 0; i < 1_000; i++) {
            executor.queue.add(new Task());
        }
        executor.queue.add(queued);
        executor.own.add(new Wrapping(wrapped));

        assertThat(found(executor)).containsExactlyInAnyOrder(queued, wrapped);
    }

    @Test
    void whatAFieldHoldsIsRunningAndWhatAThreadOrAnotherExecutorHoldsIsTheirs() {
        Keeper executor = new Keeper();
        executor.current = running;
        executor.thread = new Thread(elsewhere);
        executor.other = new Keeper();
        ((Keeper) executor.other).queue.add(queued);

        assertThat(found(executor)).isEmpty();
    }

    private Iterable<Object> found(Executor executor) {
        return ExecutorContents.among(executor, List.of(queued, wrapped, running, elsewhere));
    }

    private static final class Keeper implements Executor {
        final Queue<Runnable> queue = new LinkedBlockingQueue<>();
        final Queue<Runnable> own = new ArrayDeque<>();
        Runnable current = new Task();
        Thread thread = Thread.currentThread();
        Executor other = Runnable::run;

        @Override
        public void execute(Runnable task) {
            queue.add(Thread.currentThread() == thread ? current : task);
        }
    }

    private record Wrapping(Runnable task) implements Runnable {
        @Override
        public void run() {
            task.run();
        }
    }

    private static final class Task implements Runnable {
        @Override
        public void run() {
            throw new AssertionError("nobody runs it");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("the user's method is called");
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }
}
