package io.github.liveliness.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.BlockingCall.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockingCallTest {

    private static final StackTraceElement PRICE =
            new StackTraceElement("com.acme.OrderService", "price", "OrderService.java", 28);
    private static final StackTraceElement ORDER =
            new StackTraceElement("com.acme.OrderService", "order", "OrderService.java", 19);
    private static final Optional<Submission> SUBMITTED =
            Optional.of(new Submission("main", Duration.ZERO, List.of(ORDER)));

    @Test
    void itsPlaceIsTheInnermostFrameOfTheUsers() {
        assertThat(call(List.of(PRICE, ORDER), SUBMITTED).place()).contains(PRICE);
    }

    @Test
    void whereTheTaskIsTheJdksOwnCodeItsPlaceIsTheLineThatSubmittedIt() {
        assertThat(call(List.of(), SUBMITTED).places()).containsExactly(ORDER);
    }

    @Test
    void aCallThatNobodySawSubmittedMayHaveNoPlace() {
        assertThat(call(List.of(), Optional.empty()).place()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsToldInAFewWordsThatContinueASentence(Kind kind) {
        assertThat(kind.words()).matches("[a-z][a-z ]+s [a-z ]+|sleeps").hasSizeLessThan(40);
    }

    private static BlockingCall call(List<StackTraceElement> stack, Optional<Submission> submission) {
        return new BlockingCall(
                Kind.SLEEP, "Thread.sleep", Duration.ofMillis(20), true, stack, "orders", submission, "T.t()");
    }
}
