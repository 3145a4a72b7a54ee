/**
 * What you read when a test stalls: turns a stall into text that says what happened, where, why, and how to fix it.
 *
 * <p>Everything here is a function from facts to words. The same stall always gives the same text, whatever the time,
 * the default locale or the platform's line separator.
 */
@NullMarked
package io.github.liveliness.report;

import org.jspecify.annotations.NullMarked;
