package io.github.liveliness.engine;

import io.github.liveliness.explore.Interleaving;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Program;
import io.github.liveliness.explore.Schedule;
import io.github.liveliness.model.Stall;
import java.util.Optional;
import org.apiguardian.api.API;

/** What runs test bodies with one thread at a time. */
@API(status = API.Status.INTERNAL)
public interface Control extends AutoCloseable {

    /** The program whose runs are runs of this body. */
    Program program(Guard.Code body, Points points);

    /** Runs a body under a schedule once more, and takes notes: that is too dear to be done always. */
    Traced trace(Guard.Code body, String test, Points points, Schedule schedule);

    /** Gives up what it holds for its programs. */
    @Override
    void close();

    /**
     * A run, as it was seen.
     *
     * @param interleaving who did what
     * @param stall what was diagnosed where it stalled
     */
    record Traced(Interleaving interleaving, Optional<Stall> stall) {}
}
