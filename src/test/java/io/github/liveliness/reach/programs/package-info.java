/**
 * Small programs that end in a wait, to try a proof on: those that nobody can ever wake, those that somebody wakes late, and
 * those of the latter that were built to look like the former.
 */
@NullMarked
package io.github.liveliness.reach.programs;

import org.jspecify.annotations.NullMarked;
