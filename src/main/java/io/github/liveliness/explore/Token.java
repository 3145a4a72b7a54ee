package io.github.liveliness.explore;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apiguardian.api.API;

/**
 * A failing schedule, with what it takes to know that it is run where it was found.
 *
 * @param points where the schedule's threads could stop
 * @param test which test it is of
 * @param failure which failure it shows
 * @param schedule the schedule
 */
@API(status = API.Status.INTERNAL)
public record Token(Points points, int test, int failure, Schedule schedule) {

    /**
     * The token of a failure.
     *
     * @param test the test's name, as it is everywhere
     * @param ending how the schedule ends
     */
    public static Token of(Points points, String test, Ending ending, Schedule schedule) {
        return new Token(points, sum(test), sum(Failure.fingerprint(ending).orElse("")), schedule);
    }

    /** Whether it was made for this test. */
    public boolean isOf(String name) {
        return test == sum(name);
    }

    /** Whether a run that ended like this shows the failure that it was made for. */
    public boolean isOf(Ending ending) {
        return Failure.fingerprint(ending)
                .filter(fingerprint -> failure == sum(fingerprint))
                .isPresent();
    }

    private static int sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}
