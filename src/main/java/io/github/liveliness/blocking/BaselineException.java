package io.github.liveliness.blocking;

import org.apiguardian.api.API;

/** A baseline cannot be read or written; the message says where it stands, why, and what to do. */
@API(status = API.Status.INTERNAL)
public final class BaselineException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    BaselineException(String message) {
        super(message);
    }

    BaselineException(String message, Exception cause) {
        super(message, cause);
    }
}
