package io.github.liveliness.reach;

/**
 * A frame of a thread's stack.
 *
 * @param className the class of the method, with dots
 * @param method the method
 */
record HeapFrame(String className, String method) {}
