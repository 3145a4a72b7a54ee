package io.github.liveliness.agent.boot;

/**
 * A thread's turn in a controlled run. Whoever ran before gives it; the thread awaits it by really parking, so that it looks
 * to everybody like a thread that waits, or by really waiting on the monitor that it is to give up meanwhile.
 */
final class Turn {

    /** A hand-over takes less than this many looks where the other thread is awake, and to wake a thread costs more. */
    private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 2_000 : 0;

    private final Thread thread;
    private Object monitor;
    private volatile boolean given;
    private volatile boolean parked;

    Turn(Thread thread) {
        this.thread = thread;
    }

    /** Has the thread give up this monitor while it awaits its turn; null for none. */
    void giveUpMeanwhile(Object held) {
        monitor = held;
    }

    void give() {
        Object waitsOn = monitor;
        if (waitsOn != null) {
            synchronized (waitsOn) {
                given = true;
                waitsOn.notifyAll();
            }
            return;
        }
        given = true;
        if (parked) {
            RawParking.unpark(thread);
        }
    }

    void await() {
        if (monitor != null) {
            awaitOn(monitor);
        } else if (!comesSoon()) {
            park();
        }
        given = false;
    }

    private boolean comesSoon() {
        for (int looks = 0; looks < LOOKS; looks++) {
            if (given) {
                return true;
            }
            Thread.onSpinWait();
        }
        return given;
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but what it costs
    private void park() {
        parked = true;
        while (!given) {
            if (thread.isInterrupted()) {
                // Parking would return at once; the interrupt is for the user's code, which can go on soon because of
                // it.
                Thread.yield();
            } else {
                RawParking.park(false, 0);
            }
        }
        parked = false;
    }

    /** An interrupt is known already to whoever decides; it must not end this wait before its turn. */
    private void awaitOn(Object held) {
        while (!given) {
            try {
                held.wait();
            } catch (InterruptedException known) {
                // The loop goes on.
            }
        }
    }
}
