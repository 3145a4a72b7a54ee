package io.github.liveliness.reach.programs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The programs by what is to come of them. */
enum ProgramGroup {
    /** Nobody can ever wake their threads. */
    BUGS(List.of(StarvedPools::programs, TangledPools::programs, ForsakenThreads::programs, LockedThreads::programs)),

    /** Somebody wakes their threads late. */
    HEALTHY(List.of(
            LateThreads::programs, LatePartners::programs, LateExecutors::programs, LateReferences::programs));

    private final List<Supplier<Map<String, Program>>> parts;

    ProgramGroup(List<Supplier<Map<String, Program>>> parts) {
        this.parts = parts;
    }

    Map<String, Program> programs() {
        Map<String, Program> programs = new LinkedHashMap<>();
        parts.forEach(part -> programs.putAll(part.get()));
        return programs;
    }
}
