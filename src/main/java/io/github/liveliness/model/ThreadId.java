package io.github.liveliness.model;

import org.apiguardian.api.API;

/** Names one thread of this JVM: its identifier, since names are free to repeat. */
@API(status = API.Status.INTERNAL)
public record ThreadId(long number) {}
