package io.github.liveliness.rescue;

/** One way to end a stuck test body. */
interface Rung {

    /** What this rung does, as a log names it when it fails: "interrupting the test thread". */
    String name();

    /**
     * Does it, without waiting for the body to end.
     *
     * @param body the body to end
     * @param targets what else may be acted on
     * @return what was done
     * @throws Exception if it could not be done; the ladder records the reason and goes on
     */
    Attempt attempt(StuckBody body, RescueTargets targets) throws Exception;
}
