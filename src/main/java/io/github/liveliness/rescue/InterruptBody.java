package io.github.liveliness.rescue;

/** Interrupts the body: frees every wait that listens, as most do; {@code join()} and monitors do not. */
final class InterruptBody implements Rung {

    @Override
    public String name() {
        return "interrupting the test thread";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) {
        return body.interrupt()
                ? new Attempt.Acted(
                        "interrupted the test thread \"" + body.thread().getName() + '"')
                : new Attempt.Acted("did not interrupt the test thread: its body had just ended");
    }
}
