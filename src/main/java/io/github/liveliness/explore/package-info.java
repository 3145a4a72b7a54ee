/**
 * Runs a test body under many schedules, one thread at a time, until one of them stalls or fails, and writes that schedule
 * down so that it can be run again.
 *
 * <p>A schedule is the list of choices made wherever more than one thread could go on. Strategies make schedules, the explorer
 * runs them, the minimiser leaves out what a failure does not need, and a token is what remains, in print.
 */
@NullMarked
package io.github.liveliness.explore;

import org.jspecify.annotations.NullMarked;
