package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;

/** Chooses how executors are read, by what they are and by what of the JDK is open. */
interface AdapterChoice {
    Choice choose(SeenExecutor seen, Object executor);
}
