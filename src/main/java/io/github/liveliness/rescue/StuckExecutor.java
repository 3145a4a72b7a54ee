package io.github.liveliness.rescue;

import java.util.concurrent.Executor;
import org.apiguardian.api.API;

/**
 * One executor of a stall.
 *
 * @param name what people call it
 * @param executor the executor that does the work, not a wrapper around it
 * @param madeByThisTest whether the stuck test made it, so that nobody else can miss it
 */
@API(status = API.Status.INTERNAL)
public record StuckExecutor(String name, Executor executor, boolean madeByThisTest) {}
