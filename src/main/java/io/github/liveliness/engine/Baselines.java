package io.github.liveliness.engine;

import io.github.liveliness.blocking.Baseline;
import io.github.liveliness.blocking.BaselineFile;
import io.github.liveliness.blocking.CallSite;
import io.github.liveliness.blocking.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The baselines of a run, and what was found of them. May be called from any thread; nobody waits while another reads. */
final class Baselines {

    private final Map<Path, Baseline> read = new HashMap<>();
    private final Map<Path, Set<CallSite>> found = new HashMap<>();

    /**
     * What a baseline does not hold of these.
     *
     * @param refreshes whether it takes them in, so that none is left
     * @throws io.github.liveliness.blocking.BaselineException if the file cannot be read or written
     */
    List<Finding> without(Path file, List<Finding> findings, boolean refreshes) {
        find(file, findings);
        if (refreshes) {
            Baseline grown = new BaselineFile(file).add(findings);
            keep(file, grown);
            return grown.without(findings);
        }
        return known(file)
                .orElseGet(() -> {
                    Baseline fresh = new BaselineFile(file).read();
                    keep(file, fresh);
                    return fresh;
                })
                .without(findings);
    }

    /** What nothing was found of, a sentence for each baseline that holds such. */
    synchronized List<String> vanished() {
        List<String> lines = new ArrayList<>();
        read.forEach((file, baseline) -> {
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

    private synchronized Optional<Baseline> known(Path file) {
        return Optional.ofNullable(read.get(file));
    }

    /** Writing adds only: the larger is the later. */
    private synchronized void keep(Path file, Baseline baseline) {
        read.merge(
                file,
                baseline,
                (one, other) -> one.entries().size() > other.entries().size() ? one : other);
    }

    private synchronized void find(Path file, List<Finding> findings) {
        Set<CallSite> sites = found.computeIfAbsent(file, any -> new HashSet<>());
        findings.forEach(finding -> sites.add(finding.site()));
    }
}
