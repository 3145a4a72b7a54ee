package io.github.liveliness.monitor;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;

/** What follows from a transition: the listener is told, the remedies due are tried, and neither can do us harm. */
record Response(StallListener listener, List<Remedy> remedies, UncaughtExceptionHandler handler) {

    Response {
        remedies = List.copyOf(remedies);
    }

    void to(Transition transition, StallEvent event) {
        if (transition.isStall()) {
            guarded(() -> listener.onStall(event));
        }
        transition.dueRemedies().forEach(due -> guarded(() -> remedies.get(due).apply(event)));
        if (transition.isGiveUp()) {
            guarded(() -> listener.onGiveUp(event));
        }
        if (transition.isRecovery()) {
            guarded(() -> listener.onRecovery(event));
        }
    }

    private void guarded(Foreign code) {
        try {
            code.run();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    /** As the JVM does for any thread, what the handler itself throws is ignored. */
    private void report(Throwable thrown) {
        try {
            handler.uncaughtException(Thread.currentThread(), thrown);
        } catch (Throwable ignored) {
            return;
        }
    }

    /** Code that is not ours. */
    @FunctionalInterface
    private interface Foreign {
        void run() throws Exception;
    }
}
