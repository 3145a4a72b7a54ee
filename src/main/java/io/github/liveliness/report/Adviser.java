package io.github.liveliness.report;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import io.github.liveliness.model.WaitGraph.Edge;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the advice that fits a stall, by its kind and by what the stuck threads wait for. */
final class Adviser {

    private static final Set<Form> LOCKS = Set.of(Form.LOCK, Form.MONITOR_ENTRY);

    private Adviser() {}

    /** The advice, the most fitting first; never empty. */
    static List<Advice> advise(Stall stall) {
        if (stall.verdict() == Verdict.BUSY) {
            return List.of(Advice.SLOW);
        }
        List<Form> forms = forms(stall);
        Stream<Advice> timeOut =
                stall.evidence().diagnosis().endsByItself().stream().map(left -> Advice.TIME_OUT);
        List<Advice> fitting =
                Stream.concat(againstCode(stall, forms), timeOut).distinct().toList();
        boolean open = stall.verdict() == Verdict.SUSPECTED || stall.kind() == Kind.NO_PROGRESS;
        return open || fitting.isEmpty()
                ? Stream.concat(fitting.stream(), Stream.of(Advice.NOT_PROVEN)).toList()
                : fitting;
    }

    private static Stream<Advice> againstCode(Stall stall, List<Form> forms) {
        if (stall.kind() == Kind.NO_PROGRESS) {
            return Stream.empty();
        }
        if (stall.kind() == Kind.ABANDONED) {
            return Stream.of(Advice.NOBODY_LEFT);
        }
        Stream<Advice> byForm = forms.stream().flatMap(form -> Advice.against(form).stream());
        if (stall.kind() == Kind.STARVATION) {
            return byForm;
        }
        if (stall.evidence().ruledOut().lockCycle() || LOCKS.containsAll(forms)) {
            return Stream.of(Advice.LOCK_ORDER);
        }
        boolean acrossExecutors =
                stall.evidence().diagnosis().graph().executors().size() > 1;
        return acrossExecutors
                ? Stream.concat(Stream.of(Advice.CIRCLE_OF_EXECUTORS), byForm.filter(Advice.WAIT_UNDER_LOCK::equals))
                : byForm;
    }

    /** What the workers wait for; the test that waits for them is not the one to change. */
    private static List<Form> forms(Stall stall) {
        Snapshot snapshot = stall.evidence().snapshot();
        WaitGraph graph = stall.evidence().diagnosis().graph();
        Set<ThreadId> workers = snapshot.executors().stream()
                .filter(executor -> graph.executors().contains(executor.id()))
                .map(ExecutorState::workers)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<Edge> edges = graph.edges();
        List<Edge> ofWorkers =
                edges.stream().filter(edge -> workers.contains(edge.waiter())).toList();
        return (ofWorkers.isEmpty() ? edges : ofWorkers)
                .stream().map(edge -> edge.waiting().form()).distinct().toList();
    }
}
