package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Closes one thing after the other, whatever became of those before. */
final class Closing {
    private final List<Exception> failures = new ArrayList<>();

    void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            failures.add(e);
        }
    }

    /** Throws if anything could not be closed. */
    void rethrow() throws IOException {
        if (!failures.isEmpty()) {
            IOException all = new IOException(failures.size() + " things that a probe uses could not be closed.");
            failures.forEach(all::addSuppressed);
            throw all;
        }
    }
}
