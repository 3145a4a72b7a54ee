/**
 * Gets our hooks into the JDK's executors: the java agent, how it comes into a running JVM, and what it rewrites.
 *
 * <p>{@link io.github.liveliness.agent.Attachment} is the way in. It has to come before anything in {@code agent.boot} is
 * touched.
 */
@NullMarked
package io.github.liveliness.agent;

import org.jspecify.annotations.NullMarked;
