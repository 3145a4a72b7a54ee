package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.reach.HandDump.HandThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorWaitsTest {
    private static final int WAIT = 1;
    private static final int CALLER = 2;

    @TempDir
    private Path folder;

    private final HandDump dump = new HandDump();
    private final long monitor = dump.object();
    private final long other = dump.object();

    @Test
    void theMonitorIsWhatObjectWaitHolds() throws IOException {
        HandThread waiter = waiter("com.acme.Main.run");
        dump.holds(waiter, WAIT, monitor).holds(waiter, 0, monitor).holds(waiter, CALLER, other);

        assertThat(waiting(waiter)).isEqualTo(stays(true, monitor));
    }

    @Test
    void aStringIsAMonitorThatAnybodyMayGetFromTheJvm() throws IOException {
        long text = dump.writer().instance("java.lang.String", Map.of());
        HandThread waiter = waiter("com.acme.Main.run");
        dump.holds(waiter, WAIT, text);

        assertThat(waiting(waiter)).isEqualTo(stays(false, text));
    }

    @Test
    void theThreadItselfIsNotTheMonitor() throws IOException {
        HandThread waiter = waiter("com.acme.Main.run");
        dump.holds(waiter, WAIT, waiter.object()).holds(waiter, WAIT, monitor);

        assertThat(waiting(waiter)).isEqualTo(stays(true, monitor));
    }

    @Test
    void oneOfSeveralMayBeTheMonitor() throws IOException {
        HandThread waiter = waiter("com.acme.Main.run");
        dump.holds(waiter, WAIT, monitor).holds(waiter, WAIT, other);

        assertThat(waiting(waiter)).isEqualTo(stays(false, monitor, other));
    }

    @Test
    void whereObjectWaitShowsNothingItsCallerMay() throws IOException {
        HandThread waiter = waiter("com.acme.Main.run", "com.acme.Main.main");
        dump.holds(waiter, CALLER, monitor).holds(waiter, CALLER + 1, other);

        assertThat(waiting(waiter)).isEqualTo(stays(false, monitor));
    }

    @Test
    void whoseMonitorIsNotShownMayBeNotified() throws IOException {
        assertThat(waiting(waiter("com.acme.Main.run")))
                .isEqualTo(new HeapWait.CanMove("the dump does not show the monitor that it waits on"));
    }

    @Test
    void aMethodOfAnotherClassThatIsCalledWaitIsNone() throws IOException {
        HandThread waiter = dump.thread("waiter", HandDump.IN_OBJECT_WAIT, 0, "com.acme.Main.wait");
        dump.holds(waiter, 0, monitor);

        assertThat(waiting(waiter)).isEqualTo(stays(false, monitor));
    }

    @Test
    void whoJoinsAwaitsTheThread() throws IOException {
        HandThread joined = dump.runs("joined", "com.acme.Joined.run");
        HandThread waiter = waiter("java.lang.Thread.join", "com.acme.Main.run");
        dump.holds(waiter, WAIT, monitor).holds(waiter, CALLER, joined.object());

        assertThat(waiting(waiter)).isEqualTo(new HeapWait.Stays(List.of(), Set.of(dump.index(joined.object())), true));
    }

    @Test
    void whoJoinsAThreadThatHasEndedMoves() throws IOException {
        HandThread waiter = waiter("java.lang.Thread.join", "com.acme.Main.run");
        dump.holds(waiter, CALLER, dump.writer().instance(HandDump.THREAD, Map.of()));

        assertThat(waiting(waiter))
                .isEqualTo(new HeapWait.CanMove("the thread whose end it awaits is over, or unknown"));
    }

    @Test
    void whoJoinsOneOfTwoMayMove() throws IOException {
        HandThread waiter = waiter("java.lang.Thread.join", "com.acme.Main.run");
        dump.holds(waiter, CALLER, dump.runs("one", "com.acme.Joined.run").object())
                .holds(waiter, CALLER, dump.runs("other", "com.acme.Joined.run").object());

        assertThat(waiting(waiter)).isInstanceOf(HeapWait.CanMove.class);
    }

    @Test
    void whoEntersAMonitorAwaitsItsOwner() throws IOException {
        HandThread owner = dump.runs("owner", "com.acme.Owner.run");
        HandThread enters = dump.thread("enters", HandDump.ENTERS_MONITOR, 0, "com.acme.Main.run");

        assertThat(entering(enters, Map.of(enters.number(), owner.number())))
                .isEqualTo(new HeapWait.Stays(List.of(), Set.of(dump.index(owner.object())), true));
    }

    @Test
    void aMonitorWhoseOwnerIsUnknownMayBeFree() throws IOException {
        HandThread enters = dump.thread("enters", HandDump.ENTERS_MONITOR, 0, "com.acme.Main.run");
        HeapWait.CanMove free = new HeapWait.CanMove("the monitor that it wants is free, or its owner unknown");

        assertThat(entering(enters, Map.of())).isEqualTo(free);
        assertThat(entering(enters, Map.of(enters.number(), 4711L))).isEqualTo(free);
    }

    private HandThread waiter(String... callers) {
        String[] stack = new String[2 + callers.length];
        stack[0] = "java.lang.Object.wait0";
        stack[1] = "java.lang.Object.wait";
        System.arraycopy(callers, 0, stack, 2, callers.length);
        return dump.thread("waiter", HandDump.IN_OBJECT_WAIT, 0, stack);
    }

    private HeapWait stays(boolean checked, long... monitors) {
        List<Integer> blockers =
                java.util.Arrays.stream(monitors).mapToObj(dump::index).toList();
        return new HeapWait.Stays(blockers, Set.of(), checked);
    }

    private HeapWait waiting(HandThread thread) throws IOException {
        Heap heap = dump.read(folder);
        return new MonitorWaits(heap, dump.live()).waiting(found(heap, thread));
    }

    private HeapWait entering(HandThread thread, Map<Long, Long> owners) throws IOException {
        Heap heap = dump.read(folder);
        return new MonitorWaits(heap, dump.live(owners)).entering(found(heap, thread));
    }

    private static HeapThread found(Heap heap, HandThread thread) {
        return heap.threads().stream()
                .filter(candidate -> candidate.serial() == thread.serial())
                .findFirst()
                .orElseThrow();
    }
}
