package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers since when each finding has been found, without a gap, in healthy time. */
final class CaseBook {
    private final Map<Case, Entry> entries = new HashMap<>();

    private record Entry(Verdict verdict, long since) {}

    /**
     * Takes in what a look found; findings that are gone are forgotten, and one whose verdict gets surer keeps its age.
     *
     * @param healthyNanos how much time has passed so far in which the watcher was on time
     */
    void update(List<Diagnosis> diagnoses, long healthyNanos) {
        Map<Case, Entry> found = new HashMap<>();
        for (Diagnosis diagnosis : diagnoses) {
            if (diagnosis.verdict() != Verdict.HEALTHY) {
                found.put(Case.of(diagnosis), new Entry(diagnosis.verdict(), since(diagnosis, healthyNanos)));
            }
        }
        entries.clear();
        entries.putAll(found);
    }

    /** Burning processor time and waiting are not one silence. */
    private long since(Diagnosis diagnosis, long healthyNanos) {
        Entry known = entries.get(Case.of(diagnosis));
        boolean busy = diagnosis.verdict() == Verdict.BUSY;
        return known != null && busy == (known.verdict == Verdict.BUSY) ? known.since : healthyNanos;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The executors in a finding that is at least likely. */
    Set<ExecutorId> stuck() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().verdict.atLeast(Verdict.LIKELY))
                .flatMap(entry -> entry.getKey().executors().stream())
                .collect(Collectors.toSet());
    }

    Duration age(Diagnosis diagnosis, long healthyNanos) {
        Entry entry = entries.get(Case.of(diagnosis));
        return entry == null ? Duration.ZERO : Duration.ofNanos(healthyNanos - entry.since);
    }
}
