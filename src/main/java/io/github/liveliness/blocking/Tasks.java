package io.github.liveliness.blocking;

import java.util.List;
import java.util.Optional;

/** Tells which of the waits that were recorded belong to tasks that a scope had run. */
interface Tasks {

    /** Takes note of all waits there are, before it is asked about any. */
    void learn(List<RecordedWait> waits);

    /** The wait, if it was in such a task and counts. */
    Optional<Observation> observe(RecordedWait wait);
}
