package io.github.liveliness.reach.programs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The programs by what is to come of them. */
public enum ProgramGroup {
    /** Nobody can ever wake their threads. */
    BUGS,

    /** Somebody wakes their threads late. */
    HEALTHY,

    /** Somebody wakes their threads late, and hides. */
    ATTACKS,

    /** The thread that asks for the verdict wakes their threads just before. */
    RACES;

    /** The names of all of them. */
    public Set<String> names() {
        return programs().keySet();
    }

    /** The names of the bugs in which no executor takes part. */
    public static Set<String> bugsWithoutExecutors() {
        return together(bugsOfThreads()).keySet();
    }

    Map<String, Program> programs() {
        return together(parts());
    }

    private List<Map<String, Program>> parts() {
        return switch (this) {
            case BUGS -> List.of(StarvedPools.programs(), TangledPools.programs(), together(bugsOfThreads()));
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

    private static List<Map<String, Program>> bugsOfThreads() {
        return List.of(ForsakenThreads.programs(), LockedThreads.programs());
    }

    private static Map<String, Program> together(List<Map<String, Program>> parts) {
        Map<String, Program> together = new LinkedHashMap<>();
        parts.forEach(together::putAll);
        return together;
    }
}
