package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.blocking.RecordedEventTypes.Event;
import io.github.liveliness.blocking.RecordedEventTypes.Meaning;
import io.github.liveliness.model.BlockingCall.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedEventTypesTest {

    private static final StackTraceElement USER = frame("com.acme.Orders", "price");
    private static final StackTraceElement WAIT = frame("java.lang.Object", "wait");
    private static final StackTraceElement PARK_PINNED = frame("java.lang.VirtualThread", "parkOnCarrierThread");

    @Test
    void aContendedMonitorIsOne() {
        assertThat(besideHooks("jdk.JavaMonitorEnter", "java.lang.Object", USER))
                .contains(new Meaning(Kind.MONITOR, "synchronized"));
    }

    @Test
    void theLockOfAClassLoaderComesToWhoeverIsFirst() {
        assertThat(besideHooks("jdk.JavaMonitorEnter", "com.acme.PluginClassLoader", USER))
                .isEmpty();
    }

    @Test
    void aWaitForTheInitialisationOfAClassHasAMonitorOfItsOwn() {
        assertThat(besideHooks("jdk.JavaMonitorWait", "[I", USER))
                .contains(new Meaning(Kind.CLASS_INIT, "class initialisation"));
        assertThat(besideHooks("jdk.JavaMonitorWait", "[I", frame("java.util.Map", "of"), USER))
                .isEmpty();
        assertThat(besideHooks("jdk.JavaMonitorWait", "[I", WAIT, USER)).isEmpty();
    }

    @Test
    void whatHooksSeeCountsWhereThereAreNone() {
        assertThat(besideHooks("jdk.ThreadSleep", "", USER)).isEmpty();
        assertThat(alone("jdk.ThreadSleep", "", USER)).contains(new Meaning(Kind.SLEEP, "Thread.sleep"));
        assertThat(alone("jdk.JavaMonitorWait", "java.lang.Object", WAIT, USER))
                .contains(new Meaning(Kind.MONITOR, "Object.wait"));
    }

    @Test
    void aParkThatPinsIsSeenByHooks() {
        assertThat(besideHooks("jdk.VirtualThreadPinned", "", PARK_PINNED, USER))
                .isEmpty();
        assertThat(alone("jdk.VirtualThreadPinned", "", PARK_PINNED, USER))
                .map(Meaning::kind)
                .contains(Kind.PINNED);
    }

    @Test
    void monitorsPinUpToJdk23() {
        Event event = new Event("jdk.JavaMonitorEnter", "java.lang.Object", true, List.of(USER));

        assertThat(RecordedEventTypes.of(event, true, 23)).map(Meaning::kind).contains(Kind.PINNED);
        assertThat(RecordedEventTypes.of(event, true, 24)).map(Meaning::kind).contains(Kind.MONITOR);
    }

    @Test
    void aVirtualThreadThatWaitsForAClassIsToldOnce() {
        Event event = new Event("jdk.JavaMonitorWait", "[I", true, List.of(USER));

        assertThat(RecordedEventTypes.of(event, true, 23)).map(Meaning::kind).contains(Kind.PINNED);
        assertThat(RecordedEventTypes.of(event, true, 24)).isEmpty();
    }

    private static Optional<Meaning> besideHooks(String type, String monitor, StackTraceElement... stack) {
        return RecordedEventTypes.of(new Event(type, monitor, false, List.of(stack)), true, 25);
    }

    private static Optional<Meaning> alone(String type, String monitor, StackTraceElement... stack) {
        return RecordedEventTypes.of(new Event(type, monitor, false, List.of(stack)), false, 25);
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, "File.java", 1);
    }
}
