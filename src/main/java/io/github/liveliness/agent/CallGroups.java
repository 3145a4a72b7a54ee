package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.BlockingHooks;
import io.github.liveliness.agent.boot.CallKind;

/** Which kinds of calls are looked for: one whose hooks cannot be relied on is switched off, and the others go on. */
interface CallGroups {

    /** Those of the hooks in this JVM. */
    CallGroups HOOKED = new CallGroups() {
        @Override
        public boolean isOn(CallKind kind) {
            return BlockingHooks.of(kind).isOn();
        }

        @Override
        public void switchOff(CallKind kind, String why) {
            BlockingHooks.of(kind).switchOff(why);
        }
    };

    boolean isOn(CallKind kind);

    /**
     * Looks for none of them any more.
     *
     * @param why a sentence
     */
    void switchOff(CallKind kind, String why);
}
