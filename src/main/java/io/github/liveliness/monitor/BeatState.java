package io.github.liveliness.monitor;

import org.apiguardian.api.API;

/** How a runtime took a monitor's latest beat. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum BeatState {

    /** The runtime accepted the beat. It has run, or waits for its turn: on a stalled runtime, for ever. */
    BEATING,

    /**
     * The runtime turned the beat down: its submit function threw, or ran the beat on the caller's thread, which proves
     * nothing about the runtime's own. The beat is offered again at each pace.
     */
    REJECTED,

    /** No further beat will come: the monitor was closed, or its {@code ExecutorService} shut down. Final. */
    ENDED
}
