/** Tests of the agent. Those of its boot classes live here too: with an agent in the JVM they are strangers over there. */
@NullMarked
package io.github.liveliness.agent;

import org.jspecify.annotations.NullMarked;
