/**
 * Connects the steps: it watches while a test runs, has what it saw diagnosed, ends a stuck body, and reports.
 *
 * <p>The only place where the steps meet. It knows no test framework: whoever runs tests hands it bodies and settings.
 */
@NullMarked
package io.github.liveliness.engine;

import org.jspecify.annotations.NullMarked;
