/** Healthy tests and stalled ones in JVMs, on hosts and on pools that are under pressure: stopped, starved, slow, full. */
@NullMarked
package io.github.liveliness.pressure;

import org.jspecify.annotations.NullMarked;
