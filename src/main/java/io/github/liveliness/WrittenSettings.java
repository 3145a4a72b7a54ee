package io.github.liveliness;

import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.DetectStalls.ThreadMode;
import io.github.liveliness.engine.Setting;
import io.github.liveliness.engine.SettingsSources.Written;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an annotation, or a builder, says about settings; silent about what it leaves to its default. */
record WrittenSettings(Map<Setting<?>, Written> written) {
    /** Nothing is said. */
    static final WrittenSettings NONE = new WrittenSettings(Map.of());

    WrittenSettings {
        written = Map.copyOf(written);
    }

    static WrittenSettings of(DetectStalls annotation) {
        return NONE.with(Setting.AFTER, "after", annotation.after())
                .with(Setting.BUSY_AFTER, "busyAfter", annotation.busyAfter())
                .with(annotation.threadMode())
                .with(annotation.blocking())
                .withLend(annotation.lend());
    }

    static WrittenSettings of(Explore annotation) {
        String schedules = annotation.schedules() == 0 ? "" : String.valueOf(annotation.schedules());
        String seed = annotation.seed() == 0 ? "" : String.valueOf(annotation.seed());
        String strategy = annotation.strategy() == Explore.Strategy.DEFAULT ? "" : written(annotation.strategy());
        String points = annotation.points() == Explore.Points.DEFAULT ? "" : written(annotation.points());
        return NONE.with(Explore.class, Setting.EXPLORE_SCHEDULES, "schedules", schedules)
                .with(Explore.class, Setting.EXPLORE_STRATEGY, "strategy", strategy)
                .with(Explore.class, Setting.EXPLORE_SEED, "seed", seed)
                .with(Explore.class, Setting.EXPLORE_WITHIN, "within", annotation.within())
                .with(Explore.class, Setting.EXPLORE_POINTS, "points", points)
                .with(Explore.class, Setting.EXPLORE_REPLAY, "replay", annotation.replay());
    }

    /**
     * Nobody asked by name: what is neither proven nor likely fails a test only where the run says when.
     *
     * @param saysWhen whether the run does
     */
    static WrittenSettings ofWholeSuite(boolean saysWhen) {
        return saysWhen ? NONE : NONE.with(Setting.AFTER, "after", "never");
    }

    WrittenSettings with(Setting<?> setting, String attribute, String value) {
        return with(DetectStalls.class, setting, attribute, value);
    }

    private WrittenSettings with(Class<?> annotation, Setting<?> setting, String attribute, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<Setting<?>, Written> more = new HashMap<>(written);
        more.put(setting, Written.inAnnotation(annotation.getSimpleName(), attribute, value));
        return new WrittenSettings(more);
    }

    WrittenSettings with(ThreadMode mode) {
        String value = mode == ThreadMode.DEFAULT ? "" : written(mode);
        return with(Setting.THREAD_MODE, "threadMode", value);
    }

    WrittenSettings with(Blocking blocking) {
        String value = blocking == Blocking.DEFAULT ? "" : written(blocking);
        return with(Setting.BLOCKING, "blocking", value);
    }

    private static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    WrittenSettings withLend(boolean lend) {
        return with(Setting.LEND, "lend", lend ? "" : "false");
    }

    Optional<Written> about(Setting<?> setting) {
        return Optional.ofNullable(written.get(setting));
    }
}
