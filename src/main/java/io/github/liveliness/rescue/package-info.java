/**
 * Ends a test body that will not end by itself, by the gentlest means that works.
 *
 * <p>The means are the rungs of a {@link io.github.liveliness.rescue.Ladder}, climbed one after the other until the
 * body ends: lend its executors threads, interrupt it, complete the futures it waits for, shut its executors down, let
 * the run go on without it, halt the JVM. Nothing here decides whether a body is stuck, and nothing here touches an
 * executor that the test did not make.
 */
@NullMarked
package io.github.liveliness.rescue;

import org.jspecify.annotations.NullMarked;
