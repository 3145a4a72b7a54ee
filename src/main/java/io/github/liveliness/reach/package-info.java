/**
 * Tells from a heap dump which waiting threads nobody can wake, and who could wake the others.
 *
 * <p>The idea is that of a garbage collector: what no thread that can move reaches, no thread can signal. Nothing here starts
 * a thread, reads a clock or looks at the running JVM; a dump goes in, and facts come out.
 */
@NullMarked
package io.github.liveliness.reach;

import org.jspecify.annotations.NullMarked;
