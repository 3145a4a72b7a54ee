package io.github.liveliness.blocking;

import org.apiguardian.api.API;

/**
 * What an annotation gives to the code that it stands on.
 *
 * @param on that code, as the configuration names it: "com.acme.Orders#price"
 * @param reason why it may block
 */
@API(status = API.Status.INTERNAL)
public record Permission(String on, String reason) {

    static Permission onMethod(String type, String method, String reason) {
        return new Permission(type + "#" + method, reason);
    }

    static Permission onConstructor(String type, String reason) {
        return onMethod(type, "new", reason);
    }

    /** What to tell whoever wrote it when it has allowed nothing; tests that were not run may need it. */
    public String unused() {
        return "@AllowBlocking on " + on + " has allowed nothing in this run. Take it out, unless other tests need it.";
    }

    boolean givesNoReason() {
        return reason.isBlank();
    }
}
