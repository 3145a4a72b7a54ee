package io.github.liveliness.model;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A call that may block, in which a worker sits inside a task.
 *
 * @param worker whose call it is
 * @param name its public name: "Files.readString"
 * @param duration how long it has blocked so far; empty where nobody saw it begin
 */
@API(status = API.Status.INTERNAL)
public record OpenCall(ThreadId worker, String name, Optional<Duration> duration) {}
