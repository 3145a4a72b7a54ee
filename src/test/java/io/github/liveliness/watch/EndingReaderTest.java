package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Ending;
import io.github.liveliness.agent.boot.Endings;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.model.LastHolder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the endings of a JVM are kept in one place")
class EndingReaderTest {
    private static final StackTraceElement FRAME = new StackTraceElement("com.acme.Feeder", "run", "Feeder.java", 7);

    private final Optional<JdkInternals> jdk = Optional.of(OpenedJdk.internals());

    @BeforeEach
    void keep() {
        Hooked.keepEndings();
    }

    @AfterEach
    void forget() {
        Hooked.forgetEndings();
    }

    @Test
    void whatWasThrownIsToldWithItsStack() {
        assertThat(read(new IllegalStateException("no more input")))
                .isEqualTo(new LastHolder(
                        LastHolder.Kind.STAGE,
                        "java.lang.Object",
                        Thread.currentThread().getName(),
                        "java.lang.IllegalStateException: no more input",
                        List.of(FRAME)));
    }

    @Test
    void whatTheJdkWrapsIsUnwrapped() {
        IllegalStateException cause = new IllegalStateException("no more input");
        cause.setStackTrace(new StackTraceElement[] {FRAME});

        LastHolder holder = read(new CompletionException(cause));

        assertThat(holder.cause()).isEqualTo("java.lang.IllegalStateException: no more input");
        assertThat(holder.frames()).containsExactly(FRAME);
    }

    @Test
    void anExceptionOfTheUsersIsReadAndNotAsked() {
        LastHolder holder = read(new Touchy("kept"));

        assertThat(holder.cause()).isEqualTo(Touchy.class.getName() + ": kept");
        assertThat(holder.frames()).isEmpty();
    }

    @Test
    void aLongMessageIsOneShortLine() {
        assertThat(read(new IllegalStateException("first\nsecond" + "x".repeat(500)))
                        .cause())
                .startsWith("java.lang.IllegalStateException: first second")
                .endsWith("x...")
                .hasSizeLessThan(250);
    }

    @Test
    void withoutAMessageTheClassIsTold() {
        assertThat(read(new IllegalStateException()).cause()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aThreadWithoutANameIsSaidToHaveNone() throws InterruptedException {
        AtomicReference<String> name = new AtomicReference<>("");
        Thread nameless =
                new Thread(() -> name.set(read(new IllegalStateException()).thread()), "");
        nameless.start();
        nameless.join();

        assertThat(name).hasValue("unnamed");
    }

    @Test
    void whatIsNotKeptIsNotTold() {
        assertThat(Hooked.lastHolder(Long.MAX_VALUE)).isEmpty();
    }

    private LastHolder read(Throwable thrown) {
        thrown.setStackTrace(new StackTraceElement[] {FRAME});
        Object held = new Object();
        Hooks.stageFailed(held, thrown);
        for (long number = 1; number < 10_000; number++) {
            Ending ending = Endings.SEEN.find(number);
            if (ending != null && ((Object[]) ending.get())[0] == held) {
                return EndingReader.read(ending, jdk);
            }
        }
        throw new AssertionError("it is not kept");
    }

    private static final class Touchy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Touchy(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            throw new IllegalStateException("touched");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("touched");
        }
    }
}
