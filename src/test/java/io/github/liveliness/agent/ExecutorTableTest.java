package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.SeenExecutor;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExecutorTableTest {

    private final ExecutorTable table = new ExecutorTable();

    @Test
    void anExecutorNobodySawIsNone() {
        assertThat(table.find(new Direct())).isSameAs(SeenExecutor.NONE);
    }

    @Test
    void anAddedExecutorIsFoundByIdentityAndAddedOnce() {
        Direct executor = new Direct();

        SeenExecutor seen = table.addMade(executor);

        assertThat(table.find(executor)).isSameAs(seen);
        assertThat(table.addFound(executor)).isSameAs(seen);
        assertThat(table.find(new Direct())).isSameAs(SeenExecutor.NONE);
        assertThat(seen.get()).isSameAs(executor);
        assertThat(seen.number()).isPositive();
    }

    @Test
    void noMethodOfAnExecutorIsCalled() {
        Untouchable executor = new Untouchable();

        SeenExecutor seen = table.addMade(executor);

        assertThat(table.find(executor) == seen).isTrue();
    }

    @Test
    void anExecutorMadeInSightKnowsItsMaker() {
        SeenExecutor seen = table.addMade(new Direct());

        assertThat(seen.wasMadeInSight()).isTrue();
        assertThat(seen.maker()).isEqualTo(Thread.currentThread().getName());
        assertThat(seen.makerThread().get()).isSameAs(Thread.currentThread());
    }

    @Test
    void anExecutorFoundLaterKnowsNoMaker() {
        SeenExecutor seen = table.addFound(new Direct());

        assertThat(seen.wasMadeInSight()).isFalse();
        assertThat(seen.maker()).isEmpty();
        assertThat(seen.makerThread().get()).isNull();
    }

    @Test
    void noneOfTenThousandLiveExecutorsIsLost() {
        List<Direct> executors =
                IntStream.range(0, 10_000).mapToObj(any -> new Direct()).toList();

        executors.forEach(table::addMade);

        assertThat(shown()).hasSize(10_000).containsAll(executors);
        assertThat(executors).allMatch(executor -> table.find(executor).get() == executor);
    }

    @Test
    void theTableKeepsNoExecutorAlive() {
        List<WeakReference<Object>> executors = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Direct executor = new Direct();
            table.addMade(executor);
            executors.add(new WeakReference<>(executor));
        }

        awaitCollected(executors);

        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsKnownOfDeadExecutorsIsForgottenWhenTheTableIsShown() {
        List<WeakReference<SeenExecutor>> known = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            known.add(new WeakReference<>(table.addMade(new Direct())));
        }

        await().untilAsserted(() -> {
            System.gc();
            table.forEach(seen -> {});
            assertThat(known).allMatch(seen -> seen.refersTo(null));
        });
    }

    @Test
    void aHundredThousandShortLivedExecutorsLeaveRoomAndNothingBehind() {
        Direct survivor = new Direct();
        SeenExecutor seen = table.addMade(survivor);
        WeakReference<SeenExecutor> early = new WeakReference<>(table.addMade(new Direct()));

        for (int i = 0; i < 100_000; i++) {
            table.addMade(new Direct());
        }

        await().untilAsserted(() -> {
            System.gc();
            for (int i = 0; i < 100_000; i++) {
                table.addMade(new Direct());
            }
            assertThat(early.refersTo(null)).isTrue();
        });
        assertThat(table.find(survivor)).isSameAs(seen);
    }

    @Test
    void whoIsUsedIsToldOnce() {
        Direct executor = new Direct();
        long number = ExecutorTable.SEEN.addMade(executor).number();
        assertThat(used()).doesNotContain(number);

        Hooks.taskSubmitted(executor, new Object());

        assertThat(used()).contains(number);
        assertThat(used()).doesNotContain(number);
    }

    @Test
    void whoIsUsedIsToldHoweverManyCameBefore() {
        for (int i = 0; i < 100_000; i++) {
            ExecutorTable.SEEN.addMade(new Direct());
        }
        Direct executor = new Direct();
        long number = ExecutorTable.SEEN.addMade(executor).number();

        Hooks.taskSubmitted(executor, new Object());

        assertThat(used()).contains(number);
    }

    private static Set<Long> used() {
        Set<Long> numbers = new HashSet<>();
        ExecutorTable.SEEN.forEachUsed(numbers::add);
        return numbers;
    }

    @Test
    void threadsThatAddTheSameExecutorsAtOnceAgreeOnThem() throws Exception {
        int threads = 4;
        List<Direct> executors =
                IntStream.range(0, 5_000).mapToObj(any -> new Direct()).toList();
        CountDownLatch start = new CountDownLatch(1);
        Callable<List<SeenExecutor>> adder = () -> {
            start.await();
            return executors.stream().map(table::addFound).toList();
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<SeenExecutor>>> results = IntStream.range(0, threads)
                    .mapToObj(any -> pool.submit(adder))
                    .toList();
            start.countDown();
            Set<List<SeenExecutor>> distinct = new HashSet<>();
            for (Future<List<SeenExecutor>> result : results) {
                distinct.add(result.get());
            }
            assertThat(distinct).hasSize(1);
            assertThat(distinct.iterator().next().stream().map(SeenExecutor::number))
                    .doesNotHaveDuplicates();
        } finally {
            pool.shutdownNow();
        }
    }

    private Set<Object> shown() {
        Set<Object> executors = new HashSet<>();
        table.forEach(seen -> executors.add(seen.get()));
        return executors;
    }

    private static void awaitCollected(List<WeakReference<Object>> references) {
        await().untilAsserted(() -> {
            System.gc();
            assertThat(references).allMatch(reference -> reference.refersTo(null));
        });
    }

    private static final class Direct implements Executor {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }

    private static final class Untouchable implements Executor {
        @Override
        public void execute(Runnable command) {
            throw new AssertionError("executed");
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("compared");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashed");
        }

        @Override
        public String toString() {
            throw new AssertionError("described");
        }
    }
}
