package io.github.liveliness.reach.programs;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hands an object over to one who takes it, and leads to it no more once it is taken. */
final class Handover<T> {
    private final AtomicReference<@Nullable T> object;

    Handover(T object) {
        this.object = new AtomicReference<>(object);
    }

    T take() {
        return Objects.requireNonNull(object.getAndSet(null), "taken twice");
    }

    void awaitTaking() throws InterruptedException {
        while (object.get() != null) {
            Thread.sleep(1);
        }
    }
}
