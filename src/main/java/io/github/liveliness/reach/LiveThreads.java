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
 * @param optimized the methods that run as optimized code somewhere, as {@code package.Class.method}
 */
@API(status = API.Status.INTERNAL)
public record LiveThreads(Set<Long> still, Map<Long, Long> monitorOwners, Set<String> optimized) {
    public LiveThreads {
        still = Set.copyOf(still);
        monitorOwners = Map.copyOf(monitorOwners);
        optimized = Set.copyOf(optimized);
    }
}
