/**
 * What users write: annotate a test class with {@link io.github.liveliness.DetectStalls}, and a test whose executors
 * stall fails within a second with a report that says why, instead of hanging.
 *
 * <p>{@link io.github.liveliness.StallWatch} is for tests that expect a stall, or that hand over an executor nobody
 * could find; {@link io.github.liveliness.StallError} is what a stalled test fails with.
 */
@NullMarked
package io.github.liveliness;

import org.jspecify.annotations.NullMarked;
