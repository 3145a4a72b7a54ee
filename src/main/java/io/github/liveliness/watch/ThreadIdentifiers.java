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

    /** Whether it has been interrupted and has not noticed yet; asked like this for the same reason. */
    boolean isInterrupted(Thread thread) {
        return jdk.map(opened -> opened.readBoolean(JdkField.THREAD_INTERRUPTED, thread))
                .orElseGet(thread::isInterrupted);
    }

    ThreadId name(Thread thread) {
        return new ThreadId(of(thread));
    }
}
