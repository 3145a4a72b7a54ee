package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private final CompletableFuture<Integer> held = new CompletableFuture<>();

    @BeforeAll
    static void openTheJdk() {
        OpenedJdk.internals();
    }

    @Test
    void aTaskReachesWhatItCaptured() {
        CountDownLatch latch = new CountDownLatch(1);
        Runnable task = latch::countDown;

        assertThat(References.all().reaches(task, latch::equals)).isTrue();
        assertThat(References.all().reaches(task, held::equals)).isFalse();
    }

    @Test
    void aFutureIsReachedAndWhatItDependsOnIsNot() {
        CompletableFuture<Integer> other = new CompletableFuture<>();
        CompletableFuture<Integer> both = held.thenCombine(other, Integer::sum);
        Runnable task = () -> held.complete(1);

        assertThat(References.all().reaches(task, other::equals)).isTrue();
        assertThat(References.upTo(CompletableFuture.class).reaches(task, held::equals))
                .isTrue();
        assertThat(References.upTo(CompletableFuture.class).reaches(task, other::equals))
                .isFalse();
        assertThat(both).isNotDone();
    }

    @Test
    void executorsAndThreadsLeadNowhere() {
        Executor executor = command -> held.complete(1);
        Thread thread = new Thread(() -> held.complete(1));
        Runnable task = () -> executor.execute(thread);

        assertThat(References.all().reaches(task, executor::equals)).isTrue();
        assertThat(References.all().reaches(task, held::equals)).isFalse();
    }

    @Test
    void manyLongArraysTakeLittleMemoryToLookAt() {
        Object[][] rows = new Object[1_000][1_000];
        for (Object[] row : rows) {
            Arrays.setAll(row, i -> new Object());
        }
        Runnable task = () -> assertThat(rows).isNotEmpty();
        long before = allocated();

        assertThat(References.all().reaches(task, held::equals)).isFalse();

        assertThat(allocated() - before).isLessThan(4_000_000);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
