package io.github.liveliness.blocking.probes;

/** What is to be found of a probe. */
public enum Expectation {
    BLOCKS,
    DOES_NOT_BLOCK
}
