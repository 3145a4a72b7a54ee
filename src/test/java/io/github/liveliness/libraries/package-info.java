/** Stalls inside libraries as they are published, found by {@code @DetectStalls} alone. */
@NullMarked
package io.github.liveliness.libraries;

import org.jspecify.annotations.NullMarked;
