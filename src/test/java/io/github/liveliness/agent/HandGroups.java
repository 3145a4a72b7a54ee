package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.util.EnumMap;
import java.util.Map;

/** Groups of a test's own, so that it breaks none of the JVM's. */
final class HandGroups implements CallGroups {

    private final Map<CallKind, String> off = new EnumMap<>(CallKind.class);

    @Override
    public boolean isOn(CallKind kind) {
        return !off.containsKey(kind);
    }

    @Override
    public void switchOff(CallKind kind, String why) {
        off.putIfAbsent(kind, why);
    }

    Map<CallKind, String> off() {
        return off;
    }
}
