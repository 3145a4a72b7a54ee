package io.github.liveliness.blocking.probes;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.blocking.CallBook;
import io.github.liveliness.blocking.CallFilter;
import io.github.liveliness.blocking.FlightBook;
import io.github.liveliness.blocking.VirtualThreads;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.watch.Hooked;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** Runs every probe under the hooks and the flight recorder, and prints what both found: how much, what in vain, and the tables. */
final class ConformanceProgram {
    static final String DETECTED = "detected by hooks ";
    static final String IN_VAIN = "in vain by hooks ";
    static final String DETECTED_WITH_RECORDER = "detected with the recorder ";
    static final String IN_VAIN_WITH_RECORDER = "in vain with the recorder ";
    static final String TABLE = "table";

    private static final int MOST_TIMES_AGAIN = 9;

    private final CallBook calls = new CallBook(System::nanoTime, Thread::getId);
    private final FlightBook flights = new FlightBook(System::nanoTime, Thread::getId);
    private final Map<Probe, Found> found = new HashMap<>();

    private record Found(List<String> byHooks, List<String> byRecorder) {
        List<String> byBoth() {
            return Stream.of(byHooks, byRecorder)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }
    }

    private ConformanceProgram() {}

    public static void main(String[] none) {
        Attachment.ensure(AgentMode.REQUIRED, line -> {});
        Attachment.hookBlockingCalls();
        ConformanceProgram program = new ConformanceProgram();
        List<Probe> probes = Probes.all();
        ProbeTable hooks = ProbeTable.of(probes, probe -> program.found(probe).byHooks());
        ProbeTable both = ProbeTable.of(probes, probe -> program.found(probe).byBoth());
        System.out.println(DETECTED + hooks.detected());
        System.out.println(IN_VAIN + hooks.falsePositives().size());
        System.out.println(DETECTED_WITH_RECORDER + both.detected());
        System.out.println(IN_VAIN_WITH_RECORDER + both.falsePositives().size());
        System.out.println(TABLE);
        System.out.print(hooks.toMarkdown());
        System.out.println("\n## With `liveliness.blocking.jfr = on`\n");
        System.out.print(both.toMarkdown());
        System.exit(0);
    }

    private void requireAllSeen() {
        if (!flights.unseen().isEmpty()) {
            throw new IllegalStateException(String.join(" ", flights.unseen()));
        }
    }

    private Found found(Probe probe) {
        return found.computeIfAbsent(probe, this::settled);
    }

    /** On a machine that does much else, a sleep of no length takes a millisecond now and then; it does not each time. */
    private Found settled(Probe probe) {
        Found first = callsIn(probe);
        for (int again = 0;
                again < MOST_TIMES_AGAIN
                        && probe.expectation() == Expectation.DOES_NOT_BLOCK
                        && !first.byBoth().isEmpty();
                again++) {
            first = callsIn(probe);
        }
        return first;
    }

    private Found callsIn(Probe probe) {
        ScopeId scope = Hooked.newScope();
        CallFilter filter = new CallFilter(
                Duration.ofMillis(1),
                Probes.wantsAllOfVirtualThreads(probe) ? VirtualThreads.ALL : VirtualThreads.PINNING);
        calls.open(scope, probe.name(), filter);
        flights.open(scope, probe.name(), filter, true);
        long previous = ScopeMark.enter(scope.number());
        try {
            ExecutorService executor = Probes.executorFor(probe);
            ProbeRoom.run(probe, executor);
            Found names = new Found(names(calls.of(scope)), names(flights.of(scope)));
            executor.shutdown();
            requireAllSeen();
            return names;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            ScopeMark.restore(previous);
            calls.close(scope);
            flights.close(scope);
        }
    }

    private static List<String> names(List<BlockingCall> blocked) {
        return blocked.stream().map(BlockingCall::name).distinct().toList();
    }
}
