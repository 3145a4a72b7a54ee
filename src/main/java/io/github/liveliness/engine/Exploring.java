package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.explore.Budget;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Points;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the users decided about an explored test.
 *
 * @param plan which schedules are run
 * @param points where threads may be stopped
 * @param replay the token of the one schedule to run instead
 * @param agent without one nothing can be explored
 * @param output where long tokens are kept
 */
@API(status = API.Status.INTERNAL)
public record Exploring(Plan plan, Points points, Optional<String> replay, AgentMode agent, Path output) {

    /** How long a test goes on with further schedules. */
    public Duration within() {
        return plan.budget().within();
    }

    /** The same without a token, which is for another run. */
    public Exploring anew() {
        return new Exploring(plan, points, Optional.empty(), agent, output);
    }

    /**
     * Reads them.
     *
     * @param sources where they may be written
     * @throws SettingsException if a value is wrong, or a key that starts as ours do is unknown
     */
    public static Exploring read(SettingsSources sources) {
        sources.refuseUnknownKeys();
        return new Exploring(
                new Plan(
                        sources.value(Setting.EXPLORE_STRATEGY),
                        sources.value(Setting.EXPLORE_SEED),
                        sources.value(Setting.EXPLORE_SHARD),
                        new Budget(sources.value(Setting.EXPLORE_SCHEDULES), sources.value(Setting.EXPLORE_WITHIN))),
                sources.value(Setting.EXPLORE_POINTS),
                sources.value(Setting.EXPLORE_REPLAY),
                sources.value(Setting.AGENT),
                sources.value(Setting.OUTPUT));
    }
}
