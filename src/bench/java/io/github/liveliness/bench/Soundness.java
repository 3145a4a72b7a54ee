package io.github.liveliness.bench;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import io.github.liveliness.proof.HeapProof;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Whether proofs hold on code that was not written for them: runs tests, has the heap asked every half second about all threads
 * that live, and tells of each thread that was called stuck for good and moved later. Whether an interrupt, a cancellation or
 * a shutdown moved it, which a proof leaves out, is for the reader to judge.
 *
 * <p>Reads three environment variables: {@code SOUNDNESS_TESTS}, the folder or jar of the tests, this project's own if it is
 * not set; {@code SOUNDNESS_CLASS_PATH}, what they need besides; {@code SOUNDNESS_CLASSES}, a regular expression of the test
 * classes to run.
 */
public final class Soundness {
    private static final String OWN_TESTS = Path.of("target", "test-classes").toString();

    private Soundness() {}

    /** Runs the tests and prints what the sampler saw. */
    public static void main(String[] arguments) throws Exception {
        String tests = setting("SOUNDNESS_TESTS", OWN_TESTS);
        try (URLClassLoader loader =
                new URLClassLoader(urls(tests + File.pathSeparator + setting("SOUNDNESS_CLASS_PATH", "")))) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClasspathRoots(Set.of(Path.of(tests))))
                    .filters(includeClassNamePatterns(setting("SOUNDNESS_CLASSES", ".*Tests?|.*\\.Test[^.$]*")))
                    .build();
            CurrentTest current = new CurrentTest();
            Claims claims = new Claims(current::name, System.out::println);
            Sampler sampler = new Sampler(HeapProof.open(System::nanoTime), claims);
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            sampler.start();
            // So that a run which takes too long can be ended, and tells what it has seen.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print(sampler.end())));
            LauncherFactory.create().execute(request, current, summary);
            print(summary.getSummary());
        }
        // Tests leave threads behind, and those that are stuck for good would keep the JVM.
        System.exit(0);
    }

    private static void print(TestExecutionSummary summary) {
        System.out.printf(
                "JDK %s: %d tests, %d of them failed%n",
                Runtime.version(), summary.getTestsStartedCount(), summary.getTestsFailedCount());
        summary.getFailures()
                .forEach(failure -> System.out.println(
                        "  failed: " + failure.getTestIdentifier().getUniqueId() + ": " + failure.getException()));
    }

    private static String setting(String variable, String otherwise) {
        return System.getenv().getOrDefault(variable, otherwise);
    }

    private static URL[] urls(String classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!entry.isEmpty()) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
