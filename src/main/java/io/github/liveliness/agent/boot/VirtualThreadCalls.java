package io.github.liveliness.agent.boot;

/** Which calls of virtual threads count. Each choice includes those before it. */
public enum VirtualThreadCalls {
    NONE,
    /** Those that block the carrier as well, which other virtual threads need. */
    PINNED,
    ALL;

    /** Whether this choice is as wide as that, or wider. */
    public boolean include(VirtualThreadCalls others) {
        return compareTo(others) >= 0;
    }
}
