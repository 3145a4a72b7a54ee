/**
 * Looks at executors and threads from outside and makes snapshots of them, without calling or locking anything of the
 * user's.
 *
 * <p>One small adapter for each kind of executor reads its fields; {@link io.github.liveliness.watch.Watch} is the
 * door. The private fields of the JDK that are read stand in one table, {@code JdkField}.
 */
@NullMarked
package io.github.liveliness.watch;

import org.jspecify.annotations.NullMarked;
