package io.github.liveliness.testing;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run of fixtures to come, with its configuration parameters. */
public final class Launch {
    /** For JVMs that have a limit of their own, and in which nobody may wait with a time-out. */
    public static final String WITHOUT_LIMIT = "fixtures.without-limit";

    /** Only a fixture that hangs for ever needs more. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> systemProperties = new HashMap<>();
    private final List<URL> propertiesFiles = new ArrayList<>();
    private Duration limit = LIMIT;

    public Launch with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    public Launch withSystemProperty(String key, String value) {
        systemProperties.put(key, value);
        return this;
    }

    Launch withPropertiesFileIn(Path folder) {
        try {
            propertiesFiles.add(folder.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** Where the JVM itself is kept from its work, the fixtures take longer. */
    public Launch within(Duration longer) {
        limit = longer;
        return this;
    }

    /** Runs test classes on a thread of their own, so that one that hangs fails and does not hang its caller. */
    public Launched run(Class<?>... fixtures) {
        // No FutureTask: whoever holds one may interrupt the runner by cancelling it, and could so end any wait of a
        // fixture.
        CompletableFuture<EngineExecutionResults> run = new CompletableFuture<>();
        Thread runner = Pools.daemon(() -> complete(run, fixtures), "fixture runner");
        if (!propertiesFiles.isEmpty()) {
            runner.setContextClassLoader(
                    new URLClassLoader(propertiesFiles.toArray(URL[]::new), runner.getContextClassLoader()));
        }
        systemProperties.forEach(System::setProperty);
        runner.start();
        try {
            EngineExecutionResults results =
                    Boolean.getBoolean(WITHOUT_LIMIT) ? run.get() : run.get(limit.toSeconds(), TimeUnit.SECONDS);
            // Nothing more than its own end is left to it, and that would move beside whatever the caller does next.
            runner.join();
            return new Launched(results);
        } catch (TimeoutException e) {
            AssertionError hangs = new AssertionError(Arrays.toString(fixtures) + " hangs here", e);
            hangs.setStackTrace(runner.getStackTrace());
            throw hangs;
        } catch (ExecutionException e) {
            throw new AssertionError(Arrays.toString(fixtures) + " could not be run", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while fixtures ran", e);
        } finally {
            systemProperties.keySet().forEach(System::clearProperty);
        }
    }

    private void complete(CompletableFuture<EngineExecutionResults> run, Class<?>... fixtures) {
        try {
            run.complete(execute(fixtures));
        } catch (Throwable failure) {
            run.completeExceptionally(failure);
        }
    }

    private EngineExecutionResults execute(Class<?>... fixtures) {
        return EngineTestKit.engine("junit-jupiter")
                .enableImplicitConfigurationParameters(!propertiesFiles.isEmpty())
                .configurationParameters(parameters)
                .selectors(Arrays.stream(fixtures)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(DiscoverySelector[]::new))
                .execute();
    }
}
