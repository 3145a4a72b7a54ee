package io.github.liveliness.reach.programs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs by what is to come of them. */
enum ProgramGroup {
    /** Nobody can ever wake their threads. */
    BUGS,

    /** Somebody wakes their threads late. */
    HEALTHY,

    /** Somebody wakes their threads late, and hides. */
    ATTACKS,

    /** The thread that asks for the verdict wakes their threads just before. */
    RACES;

    Map<String, Program> programs() {
        Map<String, Program> programs = new LinkedHashMap<>();
        parts().forEach(programs::putAll);
        return programs;
    }

    private List<Map<String, Program>> parts() {
        return switch (this) {
            case BUGS ->
                List.of(
                        StarvedPools.programs(),
                        TangledPools.programs(),
                        ForsakenThreads.programs(),
                        LockedThreads.programs());
            case HEALTHY ->
                List.of(
                        LateThreads.programs(),
                        LatePartners.programs(),
                        LateExecutors.programs(),
                        LateReferences.programs());
            case ATTACKS ->
                List.of(
                        PendingPermits.programs(),
                        OwnSynchronizers.programs(),
                        PoolDoors.programs(),
                        GrowingPools.programs(),
                        Hedging.programs(),
                        ForkJoinDoors.programs(),
                        CommonPoolDoors.programs(),
                        PublicThreads.programs(),
                        Names.programs(),
                        CompiledFrames.programs(),
                        HotLoops.programs(),
                        PendingArguments.programs(),
                        ClassMirrors.programs());
            case RACES -> List.of(Races.programs());
        };
    }
}
