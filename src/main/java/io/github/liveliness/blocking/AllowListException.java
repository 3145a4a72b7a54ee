package io.github.liveliness.blocking;

import org.apiguardian.api.API;

/** What should allow blocking calls is wrong; the message quotes it as it was written, and says how to put it right. */
@API(status = API.Status.INTERNAL)
public final class AllowListException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    AllowListException(String where, String why, String advice) {
        super(where + " is wrong: " + why + ". " + advice);
    }

    static AllowListException noReason(String where) {
        return new AllowListException(
                where, "it gives no reason", "Say why this may block, such as \"the file is small, and read once\".");
    }
}
