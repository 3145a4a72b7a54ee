/** What tests of several rooms need: JVMs of their own to run in. */
@NullMarked
package io.github.liveliness.testing;

import org.jspecify.annotations.NullMarked;
