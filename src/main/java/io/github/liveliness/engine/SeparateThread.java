package io.github.liveliness.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs a body on a daemon thread of its own, which can be left behind when nothing else ends it. */
final class SeparateThread {
    private final Scope scope;

    SeparateThread(Scope scope) {
        this.scope = scope;
    }

    Outcome run(
            Function<Thread, Body> bodyOn,
            Function<Body, List<Throwable>> guarded,
            BiFunction<Body, List<Throwable>, Outcome> outcome) {
        AtomicReference<Body> body = new AtomicReference<>();
        AtomicReference<List<Throwable>> failures = new AtomicReference<>(List.of());
        Thread carrier =
                new Thread(() -> failures.set(guarded.apply(body.get())), "liveliness body of " + scope.test());
        carrier.setDaemon(true);
        carrier.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        Body guardedBody = bodyOn.apply(carrier);
        body.set(guardedBody);
        carrier.start();
        awaitEnd(guardedBody);
        return outcome.apply(guardedBody, failures.get());
    }

    /** An interrupt of the waiting thread, such as that of JUnit's time-out, is meant for the body. */
    private static void awaitEnd(Body body) {
        while (true) {
            try {
                body.awaitEnd();
                return;
            } catch (InterruptedException forTheBody) {
                body.thread().interrupt();
            }
        }
    }
}
