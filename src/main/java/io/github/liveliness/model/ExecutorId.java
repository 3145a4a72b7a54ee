package io.github.liveliness.model;

import org.apiguardian.api.API;

/** Names one executor of this JVM for as long as the JVM lives; identity hash codes would clash. */
@API(status = API.Status.INTERNAL)
public record ExecutorId(long number) {}
