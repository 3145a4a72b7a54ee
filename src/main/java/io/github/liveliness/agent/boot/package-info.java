/**
 * What rewritten code calls, and where it leaves what it saw: executors, submissions, timed waits.
 *
 * <p>These are the only classes of ours that the JDK's own code may call, so the agent puts them on the bootstrap class
 * path. They depend on {@code java.base} alone, carry no annotation, and share nothing package-private with any other
 * room. Where no agent comes they are ordinary, inert classes. Nobody may touch one before the agent had its chance: a
 * class that is already loaded by another class loader can no longer come from the boot path.
 */
package io.github.liveliness.agent.boot;
