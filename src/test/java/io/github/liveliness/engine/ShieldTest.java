package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.blocking.UserErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShieldTest {
    private final List<Throwable> told = new ArrayList<>();
    private final Shield shield = new Shield(told::add);

    @Test
    void whateverAStepThrowsIsTold() {
        List<Throwable> failures = List.of(
                new IllegalStateException(),
                new AssertionError(),
                new StackOverflowError(),
                new OutOfMemoryError(),
                new NoClassDefFoundError());

        failures.forEach(failure -> shield.run(() -> sneak(failure)));

        assertThat(told).containsExactlyElementsOf(failures);
    }

    @Test
    void aFailureThatCannotBeToldIsNoReasonToEnd() {
        Shield silent = new Shield(failure -> sneak(new OutOfMemoryError()));

        silent.run(() -> sneak(new AssertionError()));
        shield.run(() -> sneak(new AssertionError()));

        assertThat(told).hasSize(1);
    }

    @Test
    void aBrokenJvmIsNotHeldUp() {
        InternalError broken = new InternalError();

        assertThatThrownBy(() -> shield.run(() -> sneak(broken))).isSameAs(broken);
        assertThat(told).isEmpty();
    }

    @Test
    void aQuestionThatFailsHasNoAnswer() {
        AssertionError failure = new AssertionError();

        Optional<String> answer = shield.ask(() -> {
            throw failure;
        });

        assertThat(answer).isEmpty();
        assertThat(told).containsExactly(failure);
    }

    @Test
    void whatUsersHaveToPutRightGetsThrough() {
        assertThatThrownBy(() -> shield.ask(() -> Optional.of(AllowEntry.read("no entry", "here"))))
                .isInstanceOf(UserErrorException.class);
        assertThat(told).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
