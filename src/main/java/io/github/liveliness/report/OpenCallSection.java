package io.github.liveliness.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.liveliness.model.OpenCall;
import io.github.liveliness.model.Stall;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The calls that workers sit in; workers that sit in the same one are told together. */
final class OpenCallSection {

    private OpenCallSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        Names names = new Names(stall.evidence().snapshot(), detail);
        Map<String, List<OpenCall>> byName =
                stall.evidence().calls().stream().collect(groupingBy(OpenCall::name, LinkedHashMap::new, toList()));
        return Lines.under(
                "Calls that have not returned",
                detail.list(
                        List.copyOf(byName.values()), "  ", calls -> Stream.of("  " + words(calls, names, detail))));
    }

    private static String words(List<OpenCall> calls, Names names, Detail detail) {
        List<String> workers =
                calls.stream().map(call -> names.thread(call.worker())).sorted().toList();
        return detail.name(calls.get(0).name()) + longest(calls) + ", by " + detail.names(workers);
    }

    private static String longest(List<OpenCall> calls) {
        return calls.stream()
                .flatMap(call -> call.duration().stream())
                .max(Comparator.<Duration>naturalOrder())
                .map(longest -> ", for " + Durations.tell(longest))
                .orElse("");
    }
}
