package io.github.liveliness.agent.boot;

/** What a hooked call of the JDK blocks on. The hooks of one kind are a group: they stop together, and without the others. */
public enum CallKind {
    SLEEP(0, true, "sleeps"),
    PARK(1, true, "waits for other threads"),
    MONITOR(2, true, "waits for monitors"),
    SOCKET(3, false, "sockets"),
    CHANNEL(4, false, "channels"),
    SELECTOR(5, true, "selectors"),
    DATAGRAM(6, false, "datagrams"),
    DNS(7, false, "names of hosts"),
    FILE(8, false, "files"),
    PROCESS(9, false, "processes"),
    /** A virtual thread parks where it cannot let go of its carrier. */
    PINNED(10, true, "virtual threads that are pinned"),
    CONSOLE(11, false, "the console");

    private static final CallKind[] KINDS = values();

    private final int number;
    private final boolean wait;
    private final String words;

    CallKind(int number, boolean wait, String words) {
        this.number = number;
        this.wait = wait;
        this.words = words;
    }

    /** What rewritten code passes: its place in the order above. */
    public int number() {
        return number;
    }

    /** Whether it counts from a while on only: it returns at once where there is nothing to wait for. */
    public boolean isWait() {
        return wait;
    }

    /** What its calls are, in a word or two. */
    String words() {
        return words;
    }

    /** By the number that rewritten code passes. */
    static CallKind of(int number) {
        return KINDS[number];
    }
}
