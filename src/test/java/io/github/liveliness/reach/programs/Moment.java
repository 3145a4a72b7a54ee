package io.github.liveliness.reach.programs;

import java.util.concurrent.atomic.AtomicReference;

/** When the waiting threads of a program may be woken. */
final class Moment {
    private final AtomicReference<Runnable> signal = new AtomicReference<>(Moment::noSignal);
    private final long pause;
    private volatile boolean come;

    Moment() {
        this(5);
    }

    private Moment(long pause) {
        this.pause = pause;
    }

    /** One that comes while it is awaited, at once: whoever warms up with it takes the same branches as with a late one. */
    static Moment atTheSecondLook() {
        return new Moment(0);
    }

    boolean hasCome() {
        if (pause == 0 && !come) {
            come = true;
            return false;
        }
        return come;
    }

    /** Looks at short intervals rather than parks, so that whoever waits here counts as one that can move. */
    void await() throws InterruptedException {
        while (!hasCome()) {
            Thread.sleep(pause);
        }
    }

    /** Has this done by the thread that lets the moment come, and forgotten before it is done. */
    void onceItComes(Runnable task) {
        signal.set(task);
    }

    void come() {
        come = true;
        signal.getAndSet(Moment::noSignal).run();
    }

    private static void noSignal() {}
}
