/**
 * Tells whether a thread pool, or anything else that runs tasks, still starts the work it is given.
 *
 * <p>A {@link io.github.liveliness.monitor.LivelinessMonitor} keeps a tiny task going on the runtime; the task leaves
 * the time of its latest run where every thread can read it. A {@link io.github.liveliness.monitor.Watcher} looks at
 * that time from a thread of its own and says when it stands still. JUnit is not needed, nor anything beyond the JDK's
 * base module. The idea is that of the Rust crate {@code async-liveliness-monitor}.
 */
@NullMarked
package io.github.liveliness.monitor;

import org.jspecify.annotations.NullMarked;
