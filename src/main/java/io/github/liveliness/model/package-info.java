/**
 * The facts that every step speaks: what executors and threads looked like, who waits for whom, and what was concluded.
 *
 * <p>Everything here is immutable and depends on the JDK's base module alone. {@link
 * io.github.liveliness.model.Stall} and {@link io.github.liveliness.model.Verdict} are for users; the rest is public
 * only because the steps live in packages of their own.
 */
@NullMarked
package io.github.liveliness.model;

import org.jspecify.annotations.NullMarked;
