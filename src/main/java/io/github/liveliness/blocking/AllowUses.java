package io.github.liveliness.blocking;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Which entries have allowed something, for a whole run: one that is written for several tests need allow it in one of them
 * only. May be called from any thread.
 */
@API(status = API.Status.INTERNAL)
public final class AllowUses {

    private final Set<AllowEntry> all = new LinkedHashSet<>();
    private final Set<AllowEntry> used = new HashSet<>();

    /** The entries that have allowed no call so far, as they were written. */
    public synchronized List<AllowEntry> unused() {
        return all.stream().filter(entry -> !used.contains(entry)).toList();
    }

    synchronized void mayUse(Collection<AllowEntry> entries) {
        all.addAll(entries);
    }

    synchronized void use(Collection<AllowEntry> entries) {
        used.addAll(entries);
    }
}
