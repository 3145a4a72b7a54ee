package io.github.liveliness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which tests are explored, rather than run once: those that say so, and the one that the run has chosen. */
final class ExploredTests {
    private ExploredTests() {}

    /** The chosen one is to be asked for in any case, or it would count as one that never came. */
    static boolean include(ExtensionContext context) {
        return areChosen(context) || areAnnotated(context);
    }

    static boolean areAnnotated(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, Explore.class))
                .isPresent();
    }

    /** Whether the run has chosen it, or would have, if it could be explored. */
    static boolean areChosen(ExtensionContext context) {
        return ChosenTest.in(context)
                .filter(chosen -> NamedTests.of(context).filter(chosen::means).isPresent())
                .isPresent();
    }
}
