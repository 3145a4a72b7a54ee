package io.github.liveliness.reach;

import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * What the running JVM tells of its threads while a dump is made, and the dump does not. Threads are known by the number that
 * the JVM gives them.
 *
 * @param still the threads that did not leave their wait from before the dump until after it
 * @param monitorOwners for each thread that waits to enter a monitor, the one that is in it
 * @param optimized which methods run as optimized code
 */
@API(status = API.Status.INTERNAL)
public record LiveThreads(Set<Long> still, Map<Long, Long> monitorOwners, Optimized optimized) {
    public LiveThreads {
        still = Set.copyOf(still);
        monitorOwners = Map.copyOf(monitorOwners);
    }

    /**
     * The code of the optimizing compiler, whose frames a dump shows in part only.
     *
     * @param methods the methods, as {@code package.Class.method}
     * @param depth how deep the calls may be nested that the compiler puts into the code of one method
     */
    public record Optimized(Set<String> methods, int depth) {
        /** Nothing is optimized. */
        public static final Optimized NOTHING = new Optimized(Set.of(), 0);

        public Optimized {
            methods = Set.copyOf(methods);
        }
    }
}
