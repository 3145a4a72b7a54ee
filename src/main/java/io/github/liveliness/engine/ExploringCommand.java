package io.github.liveliness.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * How a test that has no {@code @Explore} is explored, by who reads of it.
 *
 * @param build what runs it
 * @param test the test
 * @param detected whether nobody has asked for us by name, so that JUnit is to detect us
 */
@API(status = API.Status.INTERNAL)
public record ExploringCommand(BuildCommand build, NamedTest test, boolean detected) {
    private static final String HEADING = "How to reproduce it";

    /** For the report of a stall. */
    public List<String> words() {
        return Stream.of(
                        Stream.of(HEADING),
                        lines(Map.of()),
                        Stream.of(
                                "  explores this test: it runs under many schedules, until one stalls, and a token then"
                                        + " repeats that one."))
                .flatMap(lines -> lines)
                .toList();
    }

    /** For the report of a stall that nobody can explore. */
    public static List<String> impossible(String why) {
        return List.of(HEADING, "  " + why);
    }

    /** Runs one schedule again. */
    Stream<String> replaying(String token) {
        return lines(Map.of(Setting.EXPLORE_REPLAY.key(), token));
    }

    private Stream<String> lines(Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(Setting.EXPLORE_TEST.key(), test.words());
        if (detected) {
            properties.put("junit.jupiter.extensions.autodetection.enabled", "true");
        }
        properties.putAll(more);
        return build.running(test, properties).stream().map(line -> "  " + line);
    }
}
