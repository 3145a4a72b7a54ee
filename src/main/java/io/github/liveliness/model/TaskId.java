package io.github.liveliness.model;

import org.apiguardian.api.API;

/** Names one task within one snapshot. */
@API(status = API.Status.INTERNAL)
public record TaskId(long number) {}
