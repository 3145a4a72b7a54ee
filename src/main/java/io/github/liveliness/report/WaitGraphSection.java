package io.github.liveliness.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.liveliness.model.Evidence;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.report.Wait.Scene;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who waits for whom; threads that wait in the same line of code are told together. */
final class WaitGraphSection {

    private WaitGraphSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        Evidence evidence = stall.evidence();
        WaitWords words = new WaitWords(evidence.snapshot(), detail);
        Map<Scene, List<Wait>> scenes = evidence.diagnosis().graph().edges().stream()
                .map(words::tell)
                .collect(groupingBy(Wait::scene, LinkedHashMap::new, toList()));
        return Lines.under(
                "Who waits for whom",
                Lines.of(
                        detail.list(List.copyOf(scenes.values()), "  ", together -> scene(together, detail)),
                        lockCycle(evidence, detail)));
    }

    private static Stream<String> scene(List<Wait> waits, Detail detail) {
        Scene scene = waits.get(0).scene();
        Map<List<String>, List<String>> threadsByTarget =
                waits.stream().collect(groupingBy(Wait::target, LinkedHashMap::new, mapping(Wait::thread, toList())));
        boolean oneTarget = threadsByTarget.size() == 1;
        List<String> threads = waits.stream().map(Wait::thread).toList();
        String who = oneTarget ? detail.names(threads) : Words.count(threads.size(), "thread");
        return Lines.of(
                Stream.of("  " + who + ", " + scene.how()),
                detail.stack(Frames.lines(scene.where().stream().toList()), "      "),
                detail.list(
                        List.copyOf(threadsByTarget.entrySet()),
                        "    ",
                        entry -> target(oneTarget ? "" : detail.names(entry.getValue()) + " ", entry.getKey())),
                scene.site().stream().flatMap(site -> site(site, scene, detail)));
    }

    private static Stream<String> target(String who, List<String> target) {
        return Lines.of(
                Stream.of("    " + who + target.get(0)), target.stream().skip(1).map(line -> "    " + line));
    }

    private static Stream<String> site(List<StackTraceElement> site, Scene scene, Detail detail) {
        if (scene.where().filter(site::contains).isPresent()) {
            return Stream.of("    submitted in that same line");
        }
        return Lines.of(Stream.of("    submitted"), detail.stack(Frames.lines(site), "      "));
    }

    private static Stream<String> lockCycle(Evidence evidence, Detail detail) {
        Snapshot snapshot = evidence.snapshot();
        List<String> threads = snapshot.threads().stream()
                .filter(thread -> snapshot.lockOwners().containsKey(thread.id()))
                .filter(thread -> evidence.diagnosis().graph().holds(thread.id()))
                .map(ThreadState::name)
                .toList();
        return threads.isEmpty() || evidence.isExplored()
                ? Stream.empty()
                : Stream.of("  The JVM itself reports a cycle of locks: " + detail.names(threads));
    }
}
