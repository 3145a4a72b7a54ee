package io.github.liveliness.agent.boot;

/** Hooks that record one kind of thing, and stop together when one of them fails. */
final class HookGroup {

    private final String name;
    private volatile String failure = "";

    HookGroup(String name) {
        this.name = name;
    }

    boolean isOn() {
        return failure.isEmpty();
    }

    /** A stack or a heap that was full just then says nothing against the hook. */
    void failed(Throwable cause) {
        if (!(cause instanceof VirtualMachineError)) {
            failure = name.concat(" are not seen any more: ").concat(cause.toString());
        }
    }

    /** A sentence, empty while the group is on. */
    String failure() {
        return failure;
    }
}
