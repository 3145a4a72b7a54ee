/**
 * Wires the steps: while a test body runs, one watcher thread looks at the executors, has them diagnosed, and where the
 * verdict is sure enough has the body rescued and the stall written down.
 */
@NullMarked
package io.github.liveliness.engine;

import org.jspecify.annotations.NullMarked;
