package io.github.liveliness.engine;

import io.github.liveliness.blocking.CallSite;
import io.github.liveliness.blocking.Finding;
import io.github.liveliness.blocking.FindingWords;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what blocks and fails no test in one file for the whole run, where each place stands once, with the first test that it
 * was found in. May be called from any thread.
 */
final class BlockingReport {
    private static final String NAME = "blocking";

    private final ReportFolder reports;
    private final Map<Path, Page> pages = new LinkedHashMap<>();
    private int placesTold;

    private static final class Page {
        private final Path file;
        private final StringBuilder words = new StringBuilder(FindingWords.ofRun());
        private final Set<CallSite> told = new HashSet<>();
        private boolean written;

        Page(Path file) {
            this.file = file;
        }
    }

    BlockingReport(ReportFolder reports) {
        this.reports = reports;
    }

    /**
     * Takes in what was found in a test.
     *
     * @param folder where reports of this test go
     */
    synchronized void add(Path folder, String test, List<Finding> findings) {
        Page page = pages.computeIfAbsent(folder, any -> new Page(reports.file(folder, NAME)));
        List<Finding> fresh = findings.stream()
                .filter(finding -> page.told.add(finding.site()))
                .toList();
        if (!fresh.isEmpty()) {
            page.words.append(FindingWords.inRun(fresh, test));
            page.written = reports.write(page.file, page.words.toString()).isPresent();
        }
    }

    /** What to tell once all tests are over: one sentence, none if nothing was written that was not told before. */
    synchronized Optional<String> atTheEnd() {
        List<Page> written =
                pages.values().stream().filter(page -> page.written).toList();
        int places = written.stream().mapToInt(page -> page.told.size()).sum();
        if (places == placesTold) {
            return Optional.empty();
        }
        placesTold = places;
        String files = written.stream().map(page -> page.file.toString()).collect(Collectors.joining(" and "));
        return Optional.of("Liveliness saw tasks of bounded executors block "
                + (places == 1 ? "at one place" : "at " + places + " places") + ". See " + files + ".");
    }
}
