package io.github.liveliness.agent.boot;

/**
 * A thread's turn in a controlled run. Whoever ran before gives it; the thread awaits it by really parking, so that it looks
 * to everybody like a thread that waits, or by really waiting on the monitor that it is to give up meanwhile.
 */
final class Turn {

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
        } else {
            park();
        }
        given = false;
    }

    /** At once: while a thread spins for its turn, the one that has it may be waiting for the processor. */
    private void park() {
        parked = true;
        while (!given) {
            RawParking.park(false, 0);
        }
        parked = false;
    }

    /** Whoever is controlled does not interrupt this wait, but tells the thread when its turn comes. */
    private void awaitOn(Object held) {
        while (!given) {
            try {
                held.wait();
            } catch (InterruptedException fromElsewhere) {
                // The run is refused, and ends.
            }
        }
    }
}
