/**
 * Takes dumps of the live heap and says what nobody can wake: the door to proofs by reachability.
 *
 * <p>What a dump means is decided elsewhere; here are the files, the limits, and what only the running JVM can tell.
 */
@NullMarked
package io.github.liveliness.proof;

import org.jspecify.annotations.NullMarked;
