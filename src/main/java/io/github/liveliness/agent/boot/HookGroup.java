package io.github.liveliness.agent.boot;

/** Hooks that record one kind of thing, and stop together when one of them fails. */
public final class HookGroup {

    private final String name;
    private volatile String failure = "";

    HookGroup(String name) {
        this.name = name;
    }

    /** Whether what they record counts. */
    public boolean isOn() {
        return failure.isEmpty();
    }

    /** Stops them before they have begun; of several reasons the first is told. */
    public void switchOff(String why) {
        stop(" are not seen: ", why);
    }

    /** A stack or a heap that was full just then says nothing against the hook. */
    void failed(Throwable cause) {
        if (!(cause instanceof VirtualMachineError)) {
            stop(" are not seen any more: ", cause.toString());
        }
    }

    private synchronized void stop(String words, String why) {
        if (isOn()) {
            failure = name.concat(words).concat(why);
        }
    }

    /** A sentence, empty while the group is on. */
    String failure() {
        return failure;
    }
}
