package io.github.liveliness.blocking;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Which entries and annotations have allowed something, for a whole run: one that is written for several tests need allow it in
 * one of them only. May be called from any thread.
 */
@API(status = API.Status.INTERNAL)
public final class AllowUses {

    private final Set<AllowEntry> all = new LinkedHashSet<>();
    private final Set<AllowEntry> used = new HashSet<>();
    private final Set<String> usedAnnotations = new HashSet<>();
    private boolean asked;

    /** The entries that have allowed no call so far, as they were written. */
    public synchronized List<AllowEntry> unused() {
        return all.stream().filter(entry -> !used.contains(entry)).toList();
    }

    /** Those of some annotations that have allowed no call so far; none where nobody has looked for calls. */
    public synchronized List<Permission> unused(Collection<Permission> annotations) {
        return annotations.stream()
                .filter(annotation -> asked && !usedAnnotations.contains(annotation.on()))
                .toList();
    }

    synchronized void mayUse(Collection<AllowEntry> entries) {
        asked = true;
        all.addAll(entries);
    }

    synchronized void use(Collection<AllowEntry> entries, Collection<Permission> annotations) {
        used.addAll(entries);
        annotations.forEach(annotation -> usedAnnotations.add(annotation.on()));
    }
}
