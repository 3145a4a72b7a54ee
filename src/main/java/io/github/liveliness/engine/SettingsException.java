package io.github.liveliness.engine;

import org.apiguardian.api.API;

/** A setting is wrong; the message quotes it as it was written, and suggests a right one. */
@API(status = API.Status.INTERNAL)
public class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }

    static SettingsException wrong(String where, String why, String advice) {
        return new SettingsException(where + " is wrong: " + why + ". " + advice);
    }
}
