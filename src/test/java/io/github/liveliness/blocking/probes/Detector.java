package io.github.liveliness.blocking.probes;

import java.util.List;

/** Runs a probe, as {@link ProbeRoom} does, and looks on. */
@FunctionalInterface
public interface Detector {

    /** The names of the calls that were flagged in that run. */
    List<String> callsIn(Probe probe);
}
