/**
 * Runs a test body under many schedules, one thread at a time and in virtual time, until one of them fails: a stall is a state
 * here, and no time-out is involved.
 */
@NullMarked
package io.github.liveliness.explore;

import org.jspecify.annotations.NullMarked;
