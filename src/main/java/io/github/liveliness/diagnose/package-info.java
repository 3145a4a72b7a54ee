/**
 * Tells from a picture of executors and threads whether they are stuck, how sure that is, and why.
 *
 * <p>Pure functions: the same snapshot always gives the same diagnosis. {@link
 * io.github.liveliness.diagnose.Diagnostician} is the way in. It reads the snapshot as a graph of who needs whom to
 * move first, takes away everything from which somebody who can move is reached, and finds the knots in the rest.
 */
@NullMarked
package io.github.liveliness.diagnose;

import org.jspecify.annotations.NullMarked;
