package io.github.liveliness.blocking;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Which entries have allowed something, for a whole run: one that is written for several tests need allow it in one of them
 * only. May be called from any thread.
 */
@API(status = API.Status.INTERNAL)
public final class AllowUses {

    private final Map<AllowEntry, Boolean> used = new LinkedHashMap<>();

    /** The entries that have allowed no call so far, as they were written. */
    public synchronized List<AllowEntry> unused() {
        return used.keySet().stream().filter(entry -> !used.get(entry)).toList();
    }

    synchronized void mayUse(Collection<AllowEntry> entries) {
        entries.forEach(entry -> used.putIfAbsent(entry, false));
    }

    synchronized void use(Collection<AllowEntry> entries) {
        entries.forEach(entry -> used.put(entry, true));
    }
}
