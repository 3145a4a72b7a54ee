package io.github.liveliness.explore;

import org.apiguardian.api.API;

/**
 * One controlled run.
 *
 * @param ending how it ended
 * @param decisions what was chosen, and from how many
 * @param points how many points its threads passed
 * @param diverged whether something that no decision governs was seen to differ from run to run
 */
@API(status = API.Status.INTERNAL)
public record Run(Ending ending, Decisions decisions, int points, boolean diverged) {}
