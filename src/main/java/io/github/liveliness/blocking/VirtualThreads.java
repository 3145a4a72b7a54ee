package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.VirtualThreadCalls;
import org.apiguardian.api.API;

/** Which calls count that block virtual threads; before JDK 21 there are none. */
@API(status = API.Status.INTERNAL)
public enum VirtualThreads {
    OFF,
    /** Those that block the carrier, which other virtual threads need. */
    PINNING,
    ALL;

    /** The same for the hooks. Settings are read before the agent had its chance, so that this is asked and not kept. */
    VirtualThreadCalls calls() {
        return switch (this) {
            case OFF -> VirtualThreadCalls.NONE;
            case PINNING -> VirtualThreadCalls.PINNED;
            case ALL -> VirtualThreadCalls.ALL;
        };
    }
}
