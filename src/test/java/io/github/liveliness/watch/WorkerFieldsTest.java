package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerFieldsTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        end.countDown();
    }

    @Test
    void threadsStandInFieldsArraysAndCollectionsOfTheWholeHierarchy() {
        Derived executor = new Derived();
        executor.one = thread();
        executor.several = new Thread[] {thread(), null, thread()};
        executor.listed.add(new Worker(end));
        executor.listed.get(0).start();
        executor.set.add(thread());

        assertThat(WorkerFields.of(Derived.class).threads(executor))
                .containsExactlyInAnyOrder(
                        executor.one,
                        executor.several[0],
                        executor.several[2],
                        executor.listed.get(0),
                        executor.set.iterator().next());
    }

    @Test
    void aThreadThatHasNotStartedOrIsNamedTwiceDoesNotCountAgain() {
        Derived executor = new Derived();
        executor.one = new Thread();
        executor.several = new Thread[] {thread()};
        executor.set.add(executor.several[0]);

        assertThat(WorkerFields.of(Derived.class).threads(executor)).containsExactly(executor.several[0]);
    }

    @Test
    void aCollectionThatMayTakeALockIsLeftAlone() {
        Derived executor = new Derived();
        executor.locked.add(thread());

        assertThat(WorkerFields.of(Derived.class).threads(executor)).isEmpty();
    }

    @Test
    void noMethodOfAThreadIsCalled() {
        Derived executor = new Derived();
        Thread hostile = new Hostile(end);
        hostile.start();
        executor.several = new Thread[] {hostile, hostile};

        assertThat(WorkerFields.of(Derived.class).threads(executor).size()).isEqualTo(1);
    }

    @Test
    void anExecutorThatHandsOnOrMakesThreadsHasNone() {
        assertThat(WorkerFields.of(Threadless.class).areNone()).isTrue();
        assertThat(WorkerFields.of(ForkJoinPool.class).areNone()).isTrue();
        assertThat(WorkerFields.of(Derived.class).areNone()).isFalse();
    }

    private Thread thread() {
        Thread thread = new Worker(end);
        thread.start();
        return thread;
    }

    private static class Worker extends Thread {
        private final CountDownLatch end;

        Worker(CountDownLatch end) {
            this.end = end;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    private static final class Hostile extends Worker {
        Hostile(CountDownLatch end) {
            super(end);
        }

        @Override
        public int hashCode() {
            throw new AssertionError("the user's method is called");
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("the user's method is called");
        }
    }

    private static class Base implements Executor {
        Thread one = Thread.currentThread();
        Thread[] several = {};

        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }

    private static final class Derived extends Base {
        final List<Worker> listed = new ArrayList<>();
        final Set<Thread> set = ConcurrentHashMap.newKeySet();
        final Collection<Thread> locked = Collections.synchronizedList(new ArrayList<>());

        Derived() {
            one = new Thread();
        }
    }

    private static final class Threadless implements Executor {
        static final Thread SHARED = new Thread();
        final ThreadFactory factory = Thread::new;
        final List<Executor> delegates = List.of(Runnable::run);
        final Object anything = SHARED;

        @Override
        public void execute(Runnable task) {
            delegates
                    .get(0)
                    .execute(factory.newThread(() -> assertThat(anything).isNotNull()));
        }
    }
}
