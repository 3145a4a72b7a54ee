package io.github.liveliness.rescue;

/** Lets the run go on without the body, where the body has a thread of its own. */
final class AbandonBody implements Rung {

    @Override
    public String name() {
        return "abandoning the test body";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) {
        String thread = '"' + body.thread().getName() + '"';
        if (body.abandon()) {
            return new Attempt.LetGo("abandoned the test body on its own thread " + thread + ", and the run goes on");
        }
        String why = body.thread().getState() == Thread.State.BLOCKED
                ? "it is blocked on a monitor, which nothing can end, on the run's own thread " + thread
                : "it runs on the run's own thread " + thread;
        return new Attempt.Skipped(
                "could not abandon the test body: " + why + "; liveliness.thread-mode = separate_thread could");
    }
}
