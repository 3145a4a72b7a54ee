package io.github.liveliness.engine;

import org.apiguardian.api.API;

/** Nothing can be explored in this JVM; the message says why, and what to do about it. */
@API(status = API.Status.INTERNAL)
public class NoControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoControlException(String message) {
        super(message);
    }
}
