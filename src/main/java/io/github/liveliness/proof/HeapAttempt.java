package io.github.liveliness.proof;

import io.github.liveliness.reach.Wake;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** What came of trying to prove that nobody can wake some threads. */
@API(status = API.Status.INTERNAL)
public sealed interface HeapAttempt {

    /**
     * It was tried.
     *
     * @param wakes who can wake each thread that was asked about, in their order
     * @param took how long it took, dumps included
     */
    record Made(List<Wake> wakes, Duration took) implements HeapAttempt {
        public Made {
            wakes = List.copyOf(wakes);
        }
    }

    /**
     * It could not be tried.
     *
     * @param why a sentence that tells, and what to do about it
     */
    record NotMade(String why) implements HeapAttempt {}
}
