/** What Liveliness costs, and how soon it tells: each class has a main method that measures. */
@NullMarked
package io.github.liveliness.bench;

import org.jspecify.annotations.NullMarked;
