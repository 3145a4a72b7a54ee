package io.github.liveliness.watch;

/** A structure that is read without its lock changed under the reader; the next tick reads it again. */
final class TornReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TornReadException(String what) {
        super(what, null, false, false);
    }
}
