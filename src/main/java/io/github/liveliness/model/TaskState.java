package io.github.liveliness.model;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One task that was handed to an executor.
 *
 * @param id names it within its snapshot
 * @param description class and identity, such as {@code FutureTask@1b2c3d}, and what it wraps where that is known
 * @param submission who submitted it, where that was seen
 */
@API(status = API.Status.INTERNAL)
public record TaskState(TaskId id, String description, Optional<Submission> submission) {}
