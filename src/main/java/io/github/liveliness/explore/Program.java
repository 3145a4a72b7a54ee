package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Decider;

/** What is explored. */
interface Program {

    /** Runs it once under control. */
    Run run(Decider decider);
}
