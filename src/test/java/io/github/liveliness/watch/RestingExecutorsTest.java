package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.testing.Pools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands of pools that have nothing to do are not looked at with every tick, and none of them is missed for it. */
class RestingExecutorsTest {
    /** More than it takes to rest, and to visit all that do. */
    private static final int ROUNDS = 100;

    private static JdkInternals jdk;

    private final Room room = new Room();
    private final List<ExecutorService> pools = new ArrayList<>();

    @BeforeAll
    static void openTheJdk() {
        jdk = OpenedJdk.internals();
    }

    @AfterEach
    void endThePools() {
        pools.forEach(ExecutorService::shutdownNow);
    }

    /** Apart: whoever looks at the fields of this class loads their types, which have to wait for the agent. */
    private static final class Room {
        final ThreadReader threads = new ThreadReader(new ThreadIdentifiers(Optional.empty()));
        final ExecutorRegister register =
                new ExecutorRegister(ExecutorTable.SEEN, new OpenAdapters(jdk, threads, System::nanoTime));

        /** What a tick does. */
        Set<Object> feel() {
            register.refresh();
            Set<Object> felt = new HashSet<>();
            for (WatchedExecutor executor : register.due()) {
                register.felt(executor, executor.pulse().filter(Pulse::calm).isPresent());
                executor.executor().ifPresent(felt::add);
            }
            return felt;
        }

        Set<Object> feelForSomeTime() {
            Set<Object> felt = new HashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                felt.addAll(feel());
            }
            return felt;
        }

        boolean isAwake(Object pool) {
            return register.awake().stream()
                    .anyMatch(executor -> executor.executor().orElse("") == pool);
        }
    }

    private ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Pools.fixed("resting", 1);
        pools.add(pool);
        return pool;
    }

    private static void run(ThreadPoolExecutor pool) throws Exception {
        pool.submit(() -> 1).get();
        await().until(() -> pool.getActiveCount() == 0);
    }

    @Test
    void anIdlePoolRestsAfterAWhile() throws Exception {
        ThreadPoolExecutor pool = pool();
        run(pool);
        room.feel();
        assertThat(room.isAwake(pool)).isTrue();

        room.feelForSomeTime();

        assertThat(room.isAwake(pool)).isFalse();
    }

    @Test
    void aPoolAtWorkDoesNotRestThoughNothingIsQueued() throws Exception {
        ThreadPoolExecutor pool = pool();
        CountDownLatch never = new CountDownLatch(1);
        pool.submit(() -> {
            never.await();
            return 1;
        });
        await().until(() -> pool.getActiveCount() == 1);

        room.feelForSomeTime();

        assertThat(room.isAwake(pool)).isTrue();
    }

    @Test
    void aSubmissionWakesAtOnce() throws Exception {
        ThreadPoolExecutor pool = pool();
        room.feelForSomeTime();
        assertThat(room.isAwake(pool)).isFalse();

        run(pool);
        room.register.refresh();

        assertThat(room.isAwake(pool)).isTrue();
    }

    @Test
    void workThatNobodyToldOfIsFoundOnTheRound() {
        List<ThreadPoolExecutor> resting = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            resting.add(pool());
        }
        room.feelForSomeTime();
        ThreadPoolExecutor last = resting.get(resting.size() - 1);
        assertThat(room.isAwake(last)).isFalse();
        assertThat(last.getQueue().add(() -> {})).isTrue();

        assertThat(room.feelForSomeTime()).containsAll(resting);

        assertThat(room.isAwake(last)).isTrue();
    }

    @Test
    void whoIsGoneIsForgotten() {
        int before = room.register.all().size();
        for (int number = 0; number < 100; number++) {
            Pools.fixed("gone", 1);
        }
        room.feelForSomeTime();
        assertThat(room.register.all()).hasSizeGreaterThan(before);

        await().untilAsserted(() -> {
            System.gc();
            room.feelForSomeTime();
            assertThat(room.register.all()).noneMatch(WatchedExecutor::isGone);
            assertThat(room.register.awake()).noneMatch(WatchedExecutor::isGone);
        });
    }
}
