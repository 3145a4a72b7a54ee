package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Decider;
import org.apiguardian.api.API;

/** What is explored. */
@API(status = API.Status.INTERNAL)
public interface Program {

    /** Runs it once under control. */
    Run run(Decider decider);
}
