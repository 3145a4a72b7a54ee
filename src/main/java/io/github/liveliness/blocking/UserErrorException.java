package io.github.liveliness.blocking;

import org.apiguardian.api.API;

/** What users wrote, or a file of theirs, keeps blocking calls from being judged; the message says how to put it right. */
@API(status = API.Status.INTERNAL)
public abstract sealed class UserErrorException extends RuntimeException permits AllowListException, BaselineException {

    private static final long serialVersionUID = 1L;

    UserErrorException(String message) {
        super(message);
    }

    UserErrorException(String message, Exception cause) {
        super(message, cause);
    }
}
