/** Small programs to be explored: correct ones, and ones with a stall that comes under some schedules only. */
@NullMarked
package io.github.liveliness.explore.programs;

import org.jspecify.annotations.NullMarked;
