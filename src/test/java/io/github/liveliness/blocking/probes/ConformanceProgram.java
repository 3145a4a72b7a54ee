package io.github.liveliness.blocking.probes;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import io.github.liveliness.blocking.CallBook;
import io.github.liveliness.blocking.CallFilter;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.watch.Hooked;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs every probe under the hooks, and prints what they found: how much of all, what in vain, and the table. */
final class ConformanceProgram {
    static final String DETECTED = "detected ";
    static final String IN_VAIN = "in vain ";
    static final String TABLE = "table";

    private static final int MOST_TIMES_AGAIN = 9;
    private static final CallFilter FILTER = new CallFilter(Duration.ofMillis(1), VirtualThreadCalls.PINNED);

    private final CallBook calls = new CallBook(System::nanoTime, Thread::getId);

    private ConformanceProgram() {}

    public static void main(String[] none) {
        Attachment.ensure(AgentMode.REQUIRED, line -> {});
        Attachment.hookBlockingCalls();
        ConformanceProgram program = new ConformanceProgram();
        ProbeTable table = ProbeTable.of(
                Probes.all().stream()
                        .filter(probe -> !Probes.wantsVirtualThreads(probe))
                        .toList(),
                program::settled);
        System.out.println(DETECTED + table.detected());
        System.out.println(IN_VAIN + table.falsePositives().size());
        System.out.println(TABLE);
        System.out.print(table.toMarkdown());
        System.exit(0);
    }

    /** On a machine that does much else, a sleep of no length takes a millisecond now and then; it does not each time. */
    private List<String> settled(Probe probe) {
        List<String> found = callsIn(probe);
        for (int again = 0;
                again < MOST_TIMES_AGAIN && probe.expectation() == Expectation.DOES_NOT_BLOCK && !found.isEmpty();
                again++) {
            found = callsIn(probe);
        }
        return found;
    }

    private List<String> callsIn(Probe probe) {
        ScopeId scope = Hooked.newScope();
        calls.open(scope, probe.name(), FILTER);
        long previous = ScopeMark.enter(scope.number());
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            ProbeRoom.run(probe, pool);
            return calls.of(scope).stream().map(BlockingCall::name).distinct().toList();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            ScopeMark.restore(previous);
            pool.shutdown();
            calls.close(scope);
        }
    }
}
