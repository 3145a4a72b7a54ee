package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.Snapshot.Consistency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Executors that start work while a snapshot is made: whatever their threads hold, the picture lacks their pool. */
class LateExecutorTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService known = Executors.newSingleThreadExecutor();
    private ExecutorService made = known;
    private Runnable meanwhile = () -> {};

    /** The clock is read once in each snapshot, after the first look at the executors and before the second. */
    private final Watch watch = Watch.open(() -> {
        meanwhile.run();
        return System.nanoTime();
    });

    @BeforeAll
    static void openTheJdk() {
        OpenedJdk.internals();
    }

    @AfterEach
    void letEverythingGo() {
        known.shutdownNow();
        made.shutdownNow();
    }

    @Test
    void anExecutorThatIsMadeInBetweenIsMissing() {
        awaitAtomic();
        meanwhile = () -> {
            made = Executors.newSingleThreadExecutor();
            occupy(made);
        };

        assertThat(consistency()).isEqualTo(Consistency.LOOSE);
    }

    @Test
    void anExecutorThatGetsBusyInBetweenIsMissing() {
        awaitAtomic();
        meanwhile = () -> occupy(known);

        assertThat(consistency()).isEqualTo(Consistency.LOOSE);
    }

    @Test
    void anExecutorThatIsBusyAllTheTimeIsNot() {
        occupy(known);

        awaitAtomic();
    }

    private void awaitAtomic() {
        await().until(() -> consistency() == Consistency.ATOMIC);
    }

    private Consistency consistency() {
        return watch.snapshot(List.of()).consistency();
    }

    private void occupy(ExecutorService executor) {
        CountDownLatch started = new CountDownLatch(1);
        executor.submit(() -> {
            started.countDown();
            never.await();
            return 1;
        });
        await().until(() -> started.getCount() == 0);
    }
}
