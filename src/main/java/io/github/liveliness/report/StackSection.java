package io.github.liveliness.report;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.WaitGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The stacks of the threads that matter, the stuck ones first, without workers that have no part in it; equal ones once. */
final class StackSection {

    private StackSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        List<ThreadState> threads = stuckFirst(stall);
        Map<List<StackTraceElement>, List<String>> threadsByStack = threads.stream()
                .collect(groupingBy(ThreadState::stack, LinkedHashMap::new, mapping(ThreadState::name, toList())));
        return Lines.under(
                "Stacks (" + Words.count(threads.size(), "thread") + ", " + Words.number(threadsByStack.size())
                        + " distinct)",
                detail.list(
                        List.copyOf(threadsByStack.entrySet()),
                        "  ",
                        entry -> stack(entry.getValue(), entry.getKey(), detail)));
    }

    private static Stream<String> stack(List<String> threads, List<StackTraceElement> frames, Detail detail) {
        String names = "  [" + detail.names(threads) + "]";
        return Lines.of(
                Stream.of(threads.size() == 1 ? names : names + " " + Words.count(threads.size(), "thread")),
                detail.stack(Frames.fold(frames), "      "));
    }

    private static List<ThreadState> stuckFirst(Stall stall) {
        Snapshot snapshot = stall.evidence().snapshot();
        WaitGraph graph = stall.evidence().diagnosis().graph();
        Set<ThreadId> elsewhere = snapshot.executors().stream()
                .filter(executor -> !graph.executors().contains(executor.id()))
                .flatMap(executor -> executor.workers().stream())
                .filter(worker -> !graph.holds(worker) && !graph.isAwaited(worker))
                .collect(toUnmodifiableSet());
        return snapshot.threads().stream()
                .filter(thread -> !thread.stack().isEmpty() && !elsewhere.contains(thread.id()))
                .sorted(comparing(thread -> !graph.holds(thread.id())))
                .toList();
    }
}
