package io.github.liveliness.agent.boot;

/** What a thread of a controlled run is about to do where another thread may go on in its place. */
public enum PointKind {
    START,
    CONTINUE,
    LOCK,
    UNLOCK,
    PARK,
    UNPARK,
    MONITOR,
    WAIT,
    NOTIFY,
    JOIN,
    SLEEP,
    SUBMIT,
    TASK_BEGINS,
    TASK_ENDS,
    SYNCHRONIZER,
    MEMORY
}
