package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the users decided, or left to its default; {@link Setting} says what each means.
 *
 * @param after empty for never
 * @param busyAfter empty for never
 */
@API(status = API.Status.INTERNAL)
public record Settings(
        Mode mode,
        AgentMode agent,
        Optional<Duration> after,
        Optional<Duration> busyAfter,
        ThreadMode threadMode,
        boolean lend,
        boolean halt,
        Path output,
        Proving proving,
        Blocking blocking,
        boolean exploreOnStall) {

    /** Whether stalls are looked for. */
    public enum Mode {
        ENABLED,
        DISABLED,
        DISABLED_ON_DEBUG
    }

    /** Which thread runs a test body. */
    public enum ThreadMode {
        SAME_THREAD,
        SEPARATE_THREAD
    }

    /**
     * Whether tests without the annotation are watched too.
     *
     * @param sources where that may be written
     * @throws SettingsException if its value is wrong; others are not looked at
     */
    public static boolean areForWholeSuite(SettingsSources sources) {
        return sources.value(Setting.WHOLE_SUITE);
    }

    /**
     * The test that is explored though it does not say so.
     *
     * @param sources where that may be written
     * @throws SettingsException if its value is wrong; others are not looked at
     */
    public static Optional<NamedTest> explored(SettingsSources sources) {
        return sources.value(Setting.EXPLORE_TEST);
    }

    /**
     * Reads all settings.
     *
     * @param sources where they may be written
     * @throws SettingsException if a value is wrong, or a key that starts as ours do is unknown
     */
    public static Settings read(SettingsSources sources) {
        sources.refuseUnknownKeys();
        return new Settings(
                sources.value(Setting.MODE),
                sources.value(Setting.AGENT),
                sources.value(Setting.AFTER),
                sources.value(Setting.BUSY_AFTER),
                sources.value(Setting.THREAD_MODE),
                sources.value(Setting.LEND),
                sources.value(Setting.HALT),
                sources.value(Setting.OUTPUT),
                new Proving(
                        sources.value(Setting.PROOF),
                        sources.value(Setting.MAXIMAL_HEAP),
                        sources.value(Setting.ABANDONED_AFTER)),
                Blocking.read(sources),
                sources.value(Setting.EXPLORE_ON_STALL));
    }
}
