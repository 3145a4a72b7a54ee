/** A package whose code may block, for tests of annotations on packages. */
@AllowBlocking(reason = "the whole package may")
package io.github.liveliness.blocking.allowed;

import io.github.liveliness.AllowBlocking;
