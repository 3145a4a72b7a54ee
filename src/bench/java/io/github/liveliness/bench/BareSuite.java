package io.github.liveliness.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Locale;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a class of tests, for a JVM of its own; only what the class itself asks for is added. */
final class BareSuite {
    /** How the line begins that tells how many tests passed and failed. */
    static final String SUMMARY = "tests: ";

    private BareSuite() {}

    public static void main(String[] fixtures) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        // Else this project's own listener would attach the agent.
        LauncherConfig withoutListeners = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(withoutListeners)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Class.forName(fixtures[0])))
                                .build(),
                        listener);
        System.out.printf(
                Locale.ROOT,
                "%s%d passed, %d failed%n",
                SUMMARY,
                listener.getSummary().getTestsSucceededCount(),
                listener.getSummary().getTestsFailedCount());
        listener.getSummary()
                .getFailures()
                .forEach(failure -> failure.getException().printStackTrace());
    }
}
