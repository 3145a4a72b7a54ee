package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.ScopeId;
import io.github.liveliness.testing.Pools;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final ScopeId CLASS = new ScopeId(1);
    private static final ScopeId TEST = new ScopeId(2);

    private final Turns turns = new Turns();

    @Test
    void ofAClassAndItsTestItIsTheTests() {
        turns.begin(CLASS, 10);
        turns.begin(TEST, 20);
        turns.end(TEST, 30);

        assertThat(turns.at(5)).isEmpty();
        assertThat(turns.at(15)).contains(CLASS);
        assertThat(turns.at(25)).contains(TEST);
        assertThat(turns.at(35)).contains(CLASS);
    }

    @Test
    void ofTestsSideBySideItIsNobodys() throws InterruptedException {
        turns.begin(CLASS, 10);
        Thread other = Pools.daemon(() -> turns.begin(TEST, 20), "other");
        other.start();
        other.join();

        assertThat(turns.at(15)).contains(CLASS);
        assertThat(turns.at(25)).isEmpty();
    }

    @Test
    void whenAllAreOverNothingIsKept() {
        turns.begin(TEST, 10);
        turns.end(TEST, 20);

        assertThat(turns.at(15)).isEmpty();
    }
}
