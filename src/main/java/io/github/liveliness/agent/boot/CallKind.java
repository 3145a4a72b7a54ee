package io.github.liveliness.agent.boot;

/** What a hooked call of the JDK blocks on. */
public enum CallKind {
    SLEEP(0, true),
    PARK(1, true),
    MONITOR(2, true),
    SOCKET(3, false),
    CHANNEL(4, false),
    SELECTOR(5, true),
    DATAGRAM(6, false),
    DNS(7, false),
    FILE(8, false),
    PROCESS(9, false);

    private static final CallKind[] KINDS = values();

    private final int number;
    private final boolean wait;

    CallKind(int number, boolean wait) {
        this.number = number;
        this.wait = wait;
    }

    /** What rewritten code passes: its place in the order above. */
    public int number() {
        return number;
    }

    /** Whether it counts from a while on only: it returns at once where there is nothing to wait for. */
    public boolean isWait() {
        return wait;
    }

    /** By the number that rewritten code passes. */
    static CallKind of(int number) {
        return KINDS[number];
    }
}
