package io.github.liveliness;

import io.github.liveliness.engine.NamedTest;
import io.github.liveliness.engine.Setting;
import io.github.liveliness.engine.Settings;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The test that a run explores though it does not say so, and whether it has come. */
final class ChosenTest implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(ChosenTest.class);

    private final NamedTest chosen;
    private volatile boolean came;

    private ChosenTest(NamedTest chosen) {
        this.chosen = chosen;
    }

    /** The one of this run, if it has one. */
    static Optional<ChosenTest> in(ExtensionContext context) {
        String key = Setting.EXPLORE_TEST.key();
        if (System.getProperty(key) == null
                && context.getConfigurationParameter(key).isEmpty()) {
            return Optional.empty();
        }
        return Settings.explored(ContextSources.of(context, WrittenSettings.NONE))
                .map(chosen -> context.getRoot()
                        .getStore(NAMESPACE)
                        .getOrComputeIfAbsent(ChosenTest.class, type -> new ChosenTest(chosen), ChosenTest.class));
    }

    boolean means(NamedTest test) {
        boolean meant = chosen.means(test);
        came = came || meant;
        return meant;
    }

    /** All tests are over. Whoever misspelt it is not to believe that it passes. */
    @Override
    public void close() {
        if (!came) {
            System.err.println(Setting.EXPLORE_TEST.key() + " = " + chosen.words()
                    + " has chosen none of the tests that ran in this JVM with @DetectStalls. Write it as"
                    + " com.acme.OrderServiceTest#placesFourOrders, and see that the test runs.");
        }
    }
}
