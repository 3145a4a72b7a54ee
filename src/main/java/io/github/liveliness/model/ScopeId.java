package io.github.liveliness.model;

import org.apiguardian.api.API;

/**
 * Names whom an executor belongs to: one test, one test class, or the whole run.
 *
 * @param number unique within the JVM; {@link #RUN} has the number 0
 */
@API(status = API.Status.INTERNAL)
public record ScopeId(long number) {
    /** The owner of what no test and no test class made. */
    public static final ScopeId RUN = new ScopeId(0);

    /** The owner of what tests make that are run under many schedules: it has verdicts of its own. */
    public static final ScopeId EXPLORED = new ScopeId(-1);
}
