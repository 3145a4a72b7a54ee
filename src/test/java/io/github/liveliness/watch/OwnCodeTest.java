package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class OwnCodeTest {

    @Test
    void aThreadThatWasStartedIntoTheExecutorsPackageWorksForIt() {
        assertThat(runs("java.lang.Thread", "io.github.liveliness.watch.Loop$Worker", "com.example.Task"))
                .isTrue();
        assertThat(runs("java.lang.Thread", "com.example.Wrapping", "io.github.liveliness.watch.Loop"))
                .isTrue();
    }

    @Test
    void aThreadThatOnlyCameByDoesNot() {
        assertThat(runs("java.lang.Thread", "a.A", "a.A", "a.A", "a.A", "a.A", "io.github.liveliness.watch.Loop"))
                .isFalse();
        assertThat(runs("java.lang.Thread", "io.github.liveliness.watch.deeper.Loop"))
                .isFalse();
        assertThat(runs("java.lang.Thread", "java.util.concurrent.ForkJoinWorkerThread"))
                .isFalse();
        assertThat(runs()).isFalse();
    }

    /** Outermost first, as they were called. */
    private static boolean runs(String... types) {
        List<StackTraceElement> stack = new ArrayList<>();
        for (String type : types) {
            stack.add(new StackTraceElement(type, "run", null, -1));
        }
        Collections.reverse(stack);
        return OwnCode.isRunBy(stack.toArray(StackTraceElement[]::new), new Subclass());
    }

    private static final class Subclass extends OfThisPackage {}

    private static class OfThisPackage implements Executor {
        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }
}
