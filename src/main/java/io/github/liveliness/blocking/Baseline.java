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

    /** Those that it does not hold, in the order given. */
    public List<Finding> without(List<Finding> findings) {
        Set<CallSite> frozen = entries.stream().map(Entry::site).collect(toSet());
        return findings.stream()
                .filter(finding -> !frozen.contains(finding.site()))
                .toList();
    }
}
