package io.github.liveliness.explore;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One controlled run.
 *
 * @param ending how it ended
 * @param decisions what was chosen, and from how many
 * @param points how many points its threads passed
 * @param diverged whether something that no decision governs was seen to differ from run to run
 * @param outsider the name of a thread that the program did not start and that may have had a hand in how it failed
 */
@API(status = API.Status.INTERNAL)
public record Run(Ending ending, Decisions decisions, int points, boolean diverged, Optional<String> outsider) {}
