package io.github.liveliness.explore;

import org.apiguardian.api.API;

/**
 * One run under control, and what came of it.
 *
 * @param decisions what was decided, and among how many
 * @param points how many points were passed at which another thread could have gone on
 * @param diverged whether the decider wanted a thread that was not there: the program did not do what it did before
 */
@API(status = API.Status.INTERNAL)
public record Run(Ending ending, Decisions decisions, int points, boolean diverged) {}
