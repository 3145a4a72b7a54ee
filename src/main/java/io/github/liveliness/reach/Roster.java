package io.github.liveliness.reach;

import org.apiguardian.api.API;

/**
 * Where a dump lists the threads that are asked about: in static arrays, so that they are told by identity and not by name.
 *
 * @param className the class that has the arrays, as {@code package.Class}
 * @param subjects the name of the array of those that may be stuck
 * @param ours the name of the array of those that only watch
 */
@API(status = API.Status.INTERNAL)
public record Roster(String className, String subjects, String ours) {}
