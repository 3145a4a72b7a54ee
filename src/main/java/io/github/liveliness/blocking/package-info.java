/**
 * Finds calls that block a thread of a bounded executor inside a task, such as reading a file or sleeping, and says
 * where they stand.
 *
 * <p>Calls are grouped by where they stand in the source. What users allow is left out, and what they have frozen in a
 * baseline is told apart from what is new.
 */
@NullMarked
package io.github.liveliness.blocking;

import org.jspecify.annotations.NullMarked;
