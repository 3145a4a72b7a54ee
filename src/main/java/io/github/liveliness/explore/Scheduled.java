package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Decider;

/**
 * A schedule that is to be run.
 *
 * @param number its number among all, as people count them from 1 it is one more
 * @param decider decides it
 */
record Scheduled(long number, Decider decider) {}
