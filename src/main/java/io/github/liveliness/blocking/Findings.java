package io.github.liveliness.blocking;

import static java.util.stream.Collectors.groupingBy;

import io.github.liveliness.model.BlockingCall;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Makes findings of calls. */
@API(status = API.Status.INTERNAL)
public final class Findings {

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::total).reversed().thenComparing(Finding::site);

    private Findings() {}

    /** One finding for each place that calls stand in, the one that blocked longest in total first. */
    public static List<Finding> group(List<BlockingCall> calls) {
        Map<CallSite, List<BlockingCall>> places = calls.stream().collect(groupingBy(CallSite::of));
        return places.entrySet().stream()
                .map(place -> Finding.of(place.getKey(), place.getValue()))
                .sorted(WORST_FIRST)
                .toList();
    }
}
