package io.github.liveliness.rescue;

import static io.github.liveliness.rescue.StuckThings.plenty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BorrowingThreadPoolTest {

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    private ThreadPoolExecutor pool;

    @BeforeEach
    void makeAPoolWithoutAFreeThread() {
        pool = stuck.fixedPool(2);
        for (int i = 0; i < 6; i++) {
            pool.execute(stuck::waitDeafly);
        }
    }

    @Test
    void lendsOneThreadAtATime() {
        Borrower borrower = new BorrowingThreadPool(pool);

        assertThat(borrower.lendOne(plenty())).isTrue();
        assertThat(pool.getPoolSize()).isEqualTo(3);
        assertThat(borrower.lendOne(plenty())).isTrue();
        assertThat(pool.getPoolSize()).isEqualTo(4);
    }

    @Test
    void isSurelyIdleOnlyWhenNoThreadRunsATask() throws Exception {
        assertThat(new BorrowingThreadPool(pool).isSurelyIdle()).isFalse();

        ThreadPoolExecutor idle = stuck.fixedPool(1);
        idle.submit(() -> {}).get();

        await().until(new BorrowingThreadPool(idle)::isSurelyIdle);
    }

    @Test
    void aMaximumThatHasRoomIsLeftAlone() {
        pool.setMaximumPoolSize(8);

        new BorrowingThreadPool(pool).lendOne(plenty());

        assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
        assertThat(pool.getPoolSize()).isEqualTo(3);
    }

    @Test
    void aThreadFactoryThatRefusesLendsNothing() {
        pool.setThreadFactory(task -> null);

        assertThat(new BorrowingThreadPool(pool).lendOne(plenty())).isFalse();
    }

    @Test
    void takesBackWhatItLent() {
        pool.setMaximumPoolSize(3);
        Borrower borrower = new BorrowingThreadPool(pool);
        borrower.lendOne(plenty());
        borrower.lendOne(plenty());

        borrower.takeBack();

        assertThat(pool.getCorePoolSize()).isEqualTo(2);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
    }
}
