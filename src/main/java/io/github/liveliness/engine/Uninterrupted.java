package io.github.liveliness.engine;

/** Waits that outlast an interrupt meant for the user's code, and leave it to that code afterwards. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** A call that may be interrupted, and may be called again then. */
    interface Wait<T> {
        T call() throws InterruptedException;
    }

    static <T> T call(Wait<T> wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.call();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
