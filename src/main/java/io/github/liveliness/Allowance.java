package io.github.liveliness;

/**
 * Code that may block, as a builder was told.
 *
 * @param code its name
 * @param reason why
 */
record Allowance(String code, String reason) {}
