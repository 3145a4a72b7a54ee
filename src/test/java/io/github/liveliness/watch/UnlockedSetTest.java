package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A pool's set of workers, which is read without the pool's lock. */
class UnlockedSetTest {

    @Test
    void aSetThatStaysAsItIsIsCopied() {
        assertThat(ThreadPoolAdapter.copy(Set.of("worker"))).containsExactly("worker");
    }

    @Test
    void aSetThatShrinksMeanwhileIsTorn() {
        assertTorn(new Changing(() -> new Object[] {"worker", null}));
    }

    @Test
    void aSetThatGrowsMeanwhileIsTorn() {
        assertTorn(new Changing(() -> {
            throw new ArrayIndexOutOfBoundsException(1);
        }));
        assertTorn(new Changing(() -> {
            throw new ConcurrentModificationException();
        }));
    }

    private static void assertTorn(Collection<?> changing) {
        assertThatExceptionOfType(TornReadException.class).isThrownBy(() -> ThreadPoolAdapter.copy(changing));
    }

    @FunctionalInterface
    private interface Copying {
        Object[] copy();
    }

    private static final class Changing extends HashSet<String> {
        private static final long serialVersionUID = 1;

        private final transient Copying copying;

        Changing(Copying copying) {
            super(List.of("worker"));
            this.copying = copying;
        }

        @Override
        public Object[] toArray() {
            return copying.copy();
        }
    }
}
