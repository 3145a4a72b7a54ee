package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BackgroundThreadTest {

    private final BackgroundThread factory = new BackgroundThread("liveliness-test");

    @Test
    void yieldsToAllOthersAndKeepsNoJvmAlive() {
        Thread thread = factory.newThread(() -> {});

        assertThat(thread.getName()).isEqualTo("liveliness-test");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
    }

    @Test
    void holdsOnToNothingOfTheThreadThatMadeIt() throws InterruptedException {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        AtomicReference<Optional<String>> inherited = new AtomicReference<>(Optional.of("not run"));
        AtomicReference<Thread> made = new AtomicReference<>();
        Thread maker = new Thread(() -> {
            local.set("of the maker");
            made.set(factory.newThread(() -> inherited.set(Optional.ofNullable(local.get()))));
        });
        maker.setContextClassLoader(new ClassLoader() {});
        maker.start();
        maker.join();

        made.get().start();
        made.get().join();

        assertThat(inherited.get()).isEmpty();
        assertThat(made.get().getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
    }
}
