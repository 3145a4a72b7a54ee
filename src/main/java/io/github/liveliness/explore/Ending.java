package io.github.liveliness.explore;

import java.util.List;
import org.apiguardian.api.API;

/** How a run under control ended. Two runs show the same failure if their fingerprints are equal. */
@API(status = API.Status.INTERNAL)
public sealed interface Ending {

    /** The body has returned, and nobody is stuck. */
    record Passed() implements Ending {}

    /**
     * The body has thrown, or a thread has died of what nobody caught.
     *
     * @param fingerprint what failed and where
     */
    record Failed(String fingerprint, Throwable failure) implements Ending {}

    /**
     * Nobody can go on, and no time passes that would change it.
     *
     * @param fingerprint what the threads wait for and where
     * @param threads those that had not ended, as they stood there
     */
    record Stalled(String fingerprint, List<StalledThread> threads) implements Ending {
        public Stalled {
            threads = List.copyOf(threads);
        }
    }

    /** The run went on and on: a livelock, or the limit is too low. */
    record TooLong(int points) implements Ending {}

    /** Something was done that is not controlled, so that nothing can be said. */
    record NotControlled(String why) implements Ending {}
}
