package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.Alarm;
import io.github.liveliness.agent.boot.Hooks;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("there is one alarm in a JVM")
class AlarmTest {

    private final Thread watcher = new Thread(LockSupport::park);

    @AfterEach
    void disarm() {
        Alarm.clear(watcher);
        LockSupport.unpark(watcher);
    }

    @Test
    void aWorkerThatIsAboutToWaitWakesTheWatcher() throws InterruptedException {
        startWatcher();

        waitAsAWorker();

        await().until(() -> !watcher.isAlive());
        assertThat(Alarm.answer()).isTrue();
    }

    @Test
    void aWorkerOfAForkJoinPoolIsAWorkerToo() {
        Alarm.register(watcher);
        ForkJoinPool pool = new ForkJoinPool(1);

        pool.submit(Hooks::aboutToWait).join();
        pool.shutdown();

        assertThat(Alarm.answer()).isTrue();
    }

    @Test
    void aThreadThatIsNoWorkerWakesNobody() {
        Alarm.register(watcher);

        Hooks.aboutToWait();

        assertThat(Alarm.answer()).isFalse();
    }

    @Test
    void anAnswerAnswersAllThatRangBefore() throws InterruptedException {
        Alarm.register(watcher);

        waitAsAWorker();
        waitAsAWorker();

        assertThat(Alarm.answer()).isTrue();
        assertThat(Alarm.answer()).isFalse();
    }

    @Test
    void afterAnAnswerItRingsAgain() throws InterruptedException {
        Alarm.register(watcher);
        waitAsAWorker();
        Alarm.answer();
        startWatcher();

        waitAsAWorker();

        await().until(() -> !watcher.isAlive());
        assertThat(Alarm.answer()).isTrue();
    }

    @Test
    void aClearedWatcherIsLeftAlone() throws InterruptedException {
        Alarm.register(watcher);

        Alarm.clear(watcher);
        waitAsAWorker();

        assertThat(Alarm.answer()).isFalse();
    }

    @Test
    void clearingAnotherThreadChangesNothing() throws InterruptedException {
        Alarm.register(watcher);

        Alarm.clear(new Thread());
        waitAsAWorker();

        assertThat(Alarm.answer()).isTrue();
    }

    private void startWatcher() {
        Alarm.register(watcher);
        watcher.start();
        await().until(() -> watcher.getState() == Thread.State.WAITING);
    }

    private void waitAsAWorker() throws InterruptedException {
        Thread worker = new Thread(() -> {
            Hooks.workerStarted(this);
            Hooks.aboutToWait();
        });
        worker.start();
        worker.join();
    }
}
