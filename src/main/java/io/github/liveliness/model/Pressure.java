package io.github.liveliness.model;

import org.apiguardian.api.API;

/**
 * What an executor did between the last progress seen and the snapshot, counted in ticks of the watcher.
 *
 * @param executor which executor
 * @param quietTicks on-time ticks in a row with due work, no idle worker and no task started or completed
 * @param busyTicks how many of these saw its workers use the processor
 */
@API(status = API.Status.INTERNAL)
public record Pressure(ExecutorId executor, int quietTicks, int busyTicks) {}
