package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.StallError;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;

/** What is expected of a fixture whose tests stall, or do not. */
final class Found {
    private Found() {}

    /** One of its tests failed, and says of exactly this executor that it starved itself. */
    static void starvation(Launched fixture, String test, Verdict verdict, String executor) {
        StallError error = fixture.stallOf(test);
        assertThat(error.stall().kind()).as(error.getMessage()).isEqualTo(Stall.Kind.STARVATION);
        assertThat(error.stall().verdict()).as(error.getMessage()).isEqualTo(verdict);
        assertThat(error.stall().executors())
                .as(error.getMessage())
                .singleElement()
                .asString()
                .matches(executor);
        assertThat(error.getStackTrace())
                .as("where the test waited")
                .anyMatch(frame -> frame.getMethodName().equals(test));
    }
}
