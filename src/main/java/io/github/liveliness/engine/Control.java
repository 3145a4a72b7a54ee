package io.github.liveliness.engine;

import io.github.liveliness.explore.Interleaving;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Program;
import io.github.liveliness.explore.Schedule;
import org.apiguardian.api.API;

/** What runs test bodies with one thread at a time. */
@API(status = API.Status.INTERNAL)
public interface Control {

    /** The program whose runs are runs of this body. */
    Program program(Guard.Code body, Points points);

    /** Runs a body under a schedule once more, and notes who does what: that is too dear to be done always. */
    Interleaving trace(Guard.Code body, Points points, Schedule schedule);
}
