package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.ScopeMark;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeMarkTest {

    private long outer;

    @BeforeEach
    void leaveAnyScope() {
        outer = ScopeMark.enter(ScopeMark.RUN);
    }

    @AfterEach
    void restoreScope() {
        ScopeMark.restore(outer);
    }

    @Test
    void aThreadWithoutAMarkWorksForTheRun() {
        assertThat(ScopeMark.current()).isEqualTo(ScopeMark.RUN);
    }

    @Test
    void scopesNest() {
        long beforeOuter = ScopeMark.enter(1);
        long beforeInner = ScopeMark.enter(2);
        assertThat(ScopeMark.current()).isEqualTo(2);

        ScopeMark.restore(beforeInner);
        assertThat(ScopeMark.current()).isEqualTo(1);

        ScopeMark.restore(beforeOuter);
        assertThat(ScopeMark.current()).isEqualTo(ScopeMark.RUN);
    }

    @Test
    void aThreadInheritsTheScopeItIsMadeIn() throws InterruptedException {
        AtomicLong inherited = new AtomicLong();

        long previous = ScopeMark.enter(3);
        Thread thread = new Thread(() -> inherited.set(ScopeMark.current()));
        ScopeMark.restore(previous);
        thread.start();
        thread.join();

        assertThat(inherited).hasValue(3);
    }

    @Test
    void aThreadsMarkIsItsOwn() throws InterruptedException {
        Thread thread = new Thread(() -> ScopeMark.enter(4));
        thread.start();
        thread.join();

        assertThat(ScopeMark.current()).isEqualTo(ScopeMark.RUN);
    }
}
