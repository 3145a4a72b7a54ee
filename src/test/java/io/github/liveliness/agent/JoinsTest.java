package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.Joins;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinsTest {
    private final Thread thread = Thread.currentThread();
    private final CompletableFuture<?> future = new CompletableFuture<>();

    @AfterEach
    void release() {
        Joins.release(thread);
    }

    @Test
    void theLatestFutureOfAGuardedThreadIsKept() {
        assertThat(Joins.guard(thread)).isTrue();
        Hooks.aboutToJoin(new CompletableFuture<>());

        Hooks.aboutToJoin(future);

        assertThat(Joins.of(thread)).containsSame(future);
    }

    @Test
    void nothingIsKeptOfOtherThreads() {
        Hooks.aboutToJoin(future);

        assertThat(Joins.of(thread)).isEmpty();
    }

    @Test
    void aThreadThatIsGuardedTwiceKeepsWhatItHas() {
        Joins.guard(thread);
        Hooks.aboutToJoin(future);

        assertThat(Joins.guard(thread)).isFalse();
        assertThat(Joins.of(thread)).containsSame(future);
    }

    @Test
    void nothingIsKeptOnceNobodyGuards() {
        Joins.guard(thread);
        Hooks.aboutToJoin(future);

        Joins.release(thread);

        assertThat(Joins.of(thread)).isEmpty();
    }
}
