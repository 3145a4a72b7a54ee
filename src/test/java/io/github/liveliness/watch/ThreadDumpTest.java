package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {

    @Test
    void aThreadIsShownWithItsLockAndWhoHoldsThat() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Thread waiter = new Thread(lock::lock, "waiter in the dump");
        lock.lock();
        try {
            waiter.start();
            await().until(lock::hasQueuedThreads);
            await().until(() -> waiter.getState() == Thread.State.WAITING);

            assertThat(ThreadDump.take())
                    .containsPattern(
                            "\"waiter in the dump\" #\\d+ WAITING on java\\.util\\.concurrent\\.locks\\.ReentrantLock"
                                    + "\\$NonfairSync@[0-9a-f]+ held by \""
                                    + Thread.currentThread().getName() + "\"\\R"
                                    + "    at ");
        } finally {
            lock.unlock();
        }
        waiter.join();
    }

    @Test
    void aThreadIsShownWithTheMonitorThatItEnters() throws InterruptedException {
        Object monitor = new Object();
        Thread waiter = new Thread(
                () -> {
                    synchronized (monitor) {
                        assertThat(Thread.holdsLock(monitor)).isTrue();
                    }
                },
                "enterer in the dump");
        synchronized (monitor) {
            waiter.start();
            await().until(() -> waiter.getState() == Thread.State.BLOCKED);

            assertThat(ThreadDump.take())
                    .containsPattern(
                            "\"enterer in the dump\" #\\d+ BLOCKED on java\\.lang\\.Object@[0-9a-f]+ held by \""
                                    + Thread.currentThread().getName() + "\"");
        }
        waiter.join();
    }
}
