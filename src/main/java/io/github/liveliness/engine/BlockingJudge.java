package io.github.liveliness.engine;

import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.blocking.AllowList;
import io.github.liveliness.blocking.Annotations;
import io.github.liveliness.blocking.Baseline;
import io.github.liveliness.blocking.BaselineFile;
import io.github.liveliness.blocking.CallBook;
import io.github.liveliness.blocking.CallSite;
import io.github.liveliness.blocking.Finding;
import io.github.liveliness.blocking.FindingWords;
import io.github.liveliness.blocking.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of each test what has blocked in it, and at the end what of the whole run is to be told. May be called from any thread. */
final class BlockingJudge {
    private final CallBook calls;
    private final Annotations annotations;
    private final BlockingReport report;
    private final Map<List<AllowEntry>, AllowList> allowed = new HashMap<>();
    private final Map<Path, Baseline> baselines = new HashMap<>();
    private final Map<Path, Set<CallSite>> found = new HashMap<>();

    BlockingJudge(CallBook calls, Annotations annotations, BlockingReport report) {
        this.calls = calls;
        this.annotations = annotations;
        this.report = report;
    }

    /**
     * What has blocked for a scope that nothing allows, and that is not known from a baseline.
     *
     * @param folder where reports of this scope go
     * @param unseen what could not be seen, a sentence each
     * @throws io.github.liveliness.blocking.BaselineException if the baseline cannot be read or written
     * @throws io.github.liveliness.blocking.AllowListException if an annotation gives no reason
     */
    synchronized Optional<Outcome.Blocked> judge(Scope scope, Blocking blocking, Path folder, List<String> unseen) {
        List<Finding> all = Findings.group(allowList(blocking).notAllowed(calls.of(scope.id())));
        List<Finding> fresh = blocking.baseline()
                .map(file -> withoutKnown(file, all, blocking.refreshes()))
                .orElse(all);
        if (!fresh.isEmpty() && blocking.then() == Blocking.Then.REPORT) {
            report.add(folder, scope.test(), fresh);
        }
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Blocked(
                        FindingWords.of(fresh, scope.test(), unseen),
                        blocking.then() == Blocking.Then.FAIL,
                        sites(fresh)));
    }

    private List<Finding> withoutKnown(Path file, List<Finding> all, boolean refreshes) {
        all.forEach(
                finding -> found.computeIfAbsent(file, any -> new HashSet<>()).add(finding.site()));
        if (refreshes) {
            baselines.put(file, new BaselineFile(file).add(all));
        }
        return baselines
                .computeIfAbsent(file, any -> new BaselineFile(file).read())
                .compare(all)
                .fresh();
    }

    /** Where whoever reads the console finds what has blocked. */
    Optional<String> whereItStands() {
        return report.atTheEnd();
    }

    /** What was expected to block, and has not, once all tests are over, a sentence each. */
    synchronized List<String> whatDidNotBlock() {
        List<String> lines = new ArrayList<>();
        allowed.values()
                .forEach(list -> list.unused().stream().map(AllowEntry::unused).forEach(lines::add));
        baselines.forEach((file, baseline) -> {
            List<CallSite> vanished = baseline.entries().stream()
                    .map(Baseline.Entry::site)
                    .filter(site -> !found.getOrDefault(file, Set.of()).contains(site))
                    .toList();
            if (!vanished.isEmpty()) {
                lines.add("In the tests that this JVM ran nothing blocked at " + vanished.size() + " of the places in "
                        + file + ", such as " + vanished.get(0).place()
                        + ". If these were all tests, take them out of it.");
            }
        });
        return lines;
    }

    private AllowList allowList(Blocking blocking) {
        return allowed.computeIfAbsent(blocking.allowed(), entries -> new AllowList(entries, annotations));
    }

    private static List<StackTraceElement> sites(List<Finding> findings) {
        return findings.get(0).sample().places();
    }
}
