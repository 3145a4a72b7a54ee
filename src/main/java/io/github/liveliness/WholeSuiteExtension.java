package io.github.liveliness;

import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * Watches the tests that nobody annotated, in runs that ask for it.
 *
 * <p>JUnit finds it by itself, with {@code junit.jupiter.extensions.autodetection.enabled = true}; it does nothing without
 * {@code liveliness.whole-suite = true}, but explore the test that the run has chosen. It is public for JUnit alone.
 */
@API(status = API.Status.INTERNAL)
public final class WholeSuiteExtension extends StallExtension {

    /** Called by JUnit. */
    public WholeSuiteExtension() {
        super(Guards.ofWholeSuite());
    }

    /** Who wants to talk to us asks for us by name. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return false;
    }
}
