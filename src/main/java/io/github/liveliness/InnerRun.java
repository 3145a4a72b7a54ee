package io.github.liveliness;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Has JUnit run one test once more, whole: with a fresh instance, its lifecycle methods and all its extensions. */
final class InnerRun {
    private static final String ENGINE = "engine";

    private final UniqueId test;
    private final Launcher launcher;
    private final LauncherDiscoveryRequest request;
    private final ClassLoader classLoader;
    private volatile Optional<Throwable> abortion = Optional.empty();
    private volatile boolean completed;

    private InnerRun(UniqueId test, Launcher launcher, LauncherDiscoveryRequest request, ClassLoader classLoader) {
        this.test = test;
        this.launcher = launcher;
        this.request = request;
        this.classLoader = classLoader;
    }

    static InnerRun of(ExtensionContext context) {
        UniqueId test = withinEngine(UniqueId.parse(context.getUniqueId()));
        LauncherConfig nobodyElse = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectUniqueId(test))
                .filters(EngineFilter.includeEngines(test.getEngineId().orElseThrow()))
                .enableImplicitConfigurationParameters(false)
                .parentConfigurationParameters(new InnerConfiguration(context::getConfigurationParameter))
                .build();
        return new InnerRun(
                test,
                LauncherFactory.create(nobodyElse),
                request,
                Thread.currentThread().getContextClassLoader());
    }

    /** A suite puts its own identifier before that of the engine which it runs. */
    private static UniqueId withinEngine(UniqueId id) {
        List<Segment> segments = id.getSegments();
        int engine = 0;
        for (int i = 0; i < segments.size(); i++) {
            engine = segments.get(i).getType().equals(ENGINE) ? i : engine;
        }
        UniqueId within = UniqueId.root(
                segments.get(engine).getType(), segments.get(engine).getValue());
        for (Segment segment : segments.subList(engine + 1, segments.size())) {
            within = within.append(segment);
        }
        return within;
    }

    /** What the test is called, on every machine. */
    String id() {
        return test.toString();
    }

    /** Runs the test on the calling thread, and throws what it fails with. */
    void execute() throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        try {
            InnerOutcome outcome = new InnerOutcome();
            launcher.execute(request, outcome);
            outcome.check(test);
            abortion = outcome.abortion();
            completed = completed || abortion.isEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Why the last run was aborted, if none came to its end. */
    Optional<Throwable> whyNeverCompleted() {
        return completed ? Optional.empty() : abortion;
    }
}
