/**
 * What this project knows of the JDK's inside: the names of private fields that are read in the running JVM or in heap dumps.
 *
 * <p>Nowhere else are such names written down, so that a new JDK is checked against one table.
 */
@NullMarked
package io.github.liveliness.jdk;

import org.jspecify.annotations.NullMarked;
