package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.model.ScopeId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExecutorRegisterTest {
    private static JdkInternals jdk;

    private final Room room = new Room();

    @BeforeAll
    static void openTheJdk() {
        jdk = OpenedJdk.internals();
    }

    /** Apart: whoever looks at the fields of this class loads their types, which have to wait for the agent. */
    private static final class Room {
        final ExecutorTable table = new ExecutorTable();
        final ThreadIdentifiers identifiers = new ThreadIdentifiers(Optional.empty());
        final ThreadReader threads = new ThreadReader(identifiers);
        final ExecutorRegister open = new ExecutorRegister(table, new OpenAdapters(jdk, threads, System::nanoTime));
        final ExecutorRegister shallow =
                new ExecutorRegister(table, new PublicAdapters(new PoolThreads(threads, identifiers)));
    }

    @Test
    void thePoolInsideAWrapperIsWatchedForWhomTheWrapperBelongsTo() {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        ExecutorService wrapper =
                Executors.unconfigurableExecutorService(Executors.unconfigurableExecutorService(pool));
        long before = ScopeMark.enter(7);
        room.table.addMade(wrapper);
        ScopeMark.restore(before);

        room.open.refresh();
        room.open.refresh();
        room.open.refresh();

        assertThat(room.open.all())
                .singleElement()
                .satisfies(watched -> assertThat(watched.executor()).containsSame(pool))
                .satisfies(watched -> assertThat(watched.owner()).isEqualTo(new ScopeId(7)));
        assertThat(wrapper.isShutdown()).isFalse();
    }

    @Test
    void aPoolKnownBesideItsWrapperIsWatchedOnce() {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        room.table.addMade(pool);
        ExecutorService wrapper = Executors.unconfigurableExecutorService(pool);
        room.table.addMade(wrapper);

        room.open.refresh();
        room.open.refresh();

        assertThat(room.open.all()).hasSize(1);
        assertThat(wrapper.isShutdown()).isFalse();
    }

    @Test
    void withoutOpenFieldsOnlyExactPoolsWithAPlainQueueAreRead() {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        ThreadPoolExecutor sorted = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
        ThreadPoolExecutor subclass = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {};
        ForkJoinPool forkJoin = new ForkJoinPool(1);
        ExecutorService wrapper = Executors.newSingleThreadExecutor();
        DirectExecutor direct = new DirectExecutor();
        for (Object executor : new Object[] {pool, sorted, subclass, forkJoin, wrapper, direct}) {
            room.table.addMade(executor);
        }

        room.shallow.refresh();

        assertThat(room.shallow.all())
                .singleElement()
                .satisfies(watched -> assertThat(watched.executor()).containsSame(pool));
        assertThat(room.shallow.closed()).containsExactlyInAnyOrder(sorted, subclass, forkJoin, wrapper);
    }

    private static final class DirectExecutor implements java.util.concurrent.Executor {
        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }
}
