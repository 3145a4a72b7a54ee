package io.github.liveliness.blocking;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.liveliness.model.BlockingCall.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The places that blocked when somebody froze them: only what stands elsewhere is new.
 *
 * @param entries one for each place, in the order of the places
 */
@API(status = API.Status.INTERNAL)
public record Baseline(List<Entry> entries) {

    static final Baseline EMPTY = new Baseline(List.of());

    /** Of two entries for one place the first stays: it is the one that a reader knows. */
    public Baseline {
        entries = List.copyOf(entries.stream()
                .collect(toMap(Entry::site, entry -> entry, (first, second) -> first, TreeMap::new))
                .values());
    }

    /**
     * A place that blocked.
     *
     * @param site what tells it from others
     * @param kinds what its calls did, for readers
     * @param sample a line of it, for readers: "Orders.java:28"
     */
    public record Entry(CallSite site, List<Kind> kinds, String sample) {
        public Entry {
            kinds = List.copyOf(kinds);
        }

        static Entry of(Finding finding) {
            return new Entry(
                    finding.site(),
                    finding.kinds(),
                    finding.sample().place().map(Entry::line).orElse("unknown"));
        }

        private static String line(StackTraceElement frame) {
            String file = frame.getFileName() == null ? "unknown" : frame.getFileName();
            return frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
        }
    }

    /**
     * Findings told apart by a baseline.
     *
     * @param fresh those that it does not hold
     * @param known those that it holds
     * @param vanished its entries that nothing was found of
     */
    public record Comparison(List<Finding> fresh, List<Finding> known, List<Entry> vanished) {
        public Comparison {
            fresh = List.copyOf(fresh);
            known = List.copyOf(known);
            vanished = List.copyOf(vanished);
        }
    }

    static Baseline of(Collection<Finding> findings) {
        return new Baseline(findings.stream()
                .sorted(Comparator.comparing(Finding::site))
                .map(Entry::of)
                .toList());
    }

    /** This one with what it lacks of another; its own entries stay as they are, so that a refresh changes no line. */
    Baseline plus(Baseline more) {
        return new Baseline(
                Stream.concat(entries.stream(), more.entries.stream()).toList());
    }

    /** Tells what is new from what is known, each in the order given. */
    public Comparison compare(List<Finding> findings) {
        Set<CallSite> frozen = entries.stream().map(Entry::site).collect(toSet());
        Set<CallSite> found = findings.stream().map(Finding::site).collect(toSet());
        return new Comparison(
                findings.stream()
                        .filter(finding -> !frozen.contains(finding.site()))
                        .toList(),
                findings.stream()
                        .filter(finding -> frozen.contains(finding.site()))
                        .toList(),
                entries.stream().filter(entry -> !found.contains(entry.site())).toList());
    }
}
