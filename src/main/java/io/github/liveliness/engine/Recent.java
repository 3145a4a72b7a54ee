package io.github.liveliness.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of what was put in lately; a long run may not fill the memory. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private static final int REMEMBERED = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > REMEMBERED;
    }
}
