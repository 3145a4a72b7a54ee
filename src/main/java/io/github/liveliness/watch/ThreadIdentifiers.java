package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.ThreadId;
import java.util.Optional;

/** Tells threads' identifiers; {@code Thread.getId} would do, were it final before JDK 19. */
final class ThreadIdentifiers {
    private final Optional<JdkInternals> jdk;

    ThreadIdentifiers(Optional<JdkInternals> jdk) {
        this.jdk = jdk;
    }

    long of(Thread thread) {
        return jdk.map(opened -> opened.readLong(JdkField.THREAD_IDENTIFIER, thread))
                .orElseGet(thread::getId);
    }

    ThreadId name(Thread thread) {
        return new ThreadId(of(thread));
    }
}
