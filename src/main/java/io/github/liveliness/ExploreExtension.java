package io.github.liveliness;

import io.github.liveliness.engine.Control;
import io.github.liveliness.engine.Exploring;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Explores tests that say so. */
class ExploreExtension extends AroundTests {
    private final TestExploration exploration;

    /** For {@link Explore}. */
    ExploreExtension() {
        this(TestExploration.ofThisJvm());
    }

    ExploreExtension(Function<Exploring, Control> control) {
        this(new TestExploration(control));
    }

    private ExploreExtension(TestExploration exploration) {
        this.exploration = exploration;
    }

    @Override
    void aroundEach(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        exploration.skipOutside(invocation, context);
    }

    @Override
    void aroundTest(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        exploration.explore(invocation, context, Optional.empty());
    }
}
