/**
 * What a detector of blocking calls must find, and what it must leave alone: one call each, run as a task of an executor. Nothing
 * in here detects anything.
 */
@NullMarked
package io.github.liveliness.blocking.probes;

import org.jspecify.annotations.NullMarked;
