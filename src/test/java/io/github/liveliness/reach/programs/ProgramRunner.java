package io.github.liveliness.reach.programs;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the programs of a group, one after the other, and prints what came of each. */
final class ProgramRunner {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Comparator<String> BY_WEIGHT =
            Comparator.comparingInt(List.of("SUSPECTED", "LIKELY", "PROVEN")::indexOf);

    private ProgramRunner() {}

    public static void main(String[] arguments) throws Exception {
        ProgramGroup group = ProgramGroup.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Set<String> names = Set.of(arguments).size() == 1 ? group.programs().keySet() : Set.of(arguments);
        for (Map.Entry<String, Program> entry : group.programs().entrySet()) {
            if (names.contains(entry.getKey())) {
                System.out.println(entry.getKey() + ": " + outcome(group, entry.getValue()));
            }
        }
        System.exit(0);
    }

    private static String outcome(ProgramGroup group, Program program) throws Exception {
        if (Runtime.version().feature() < program.since()) {
            return "skipped";
        }
        Moment moment = new Moment();
        List<Thread> threads = program.begin(moment);
        Optional<List<ThreadLook>> looks = ThreadLook.ofWaiting(threads, LIMIT);
        if (looks.isEmpty()) {
            return "does not wait";
        }
        Collection<String> verdicts = HeapVerdicts.of(threads).values();
        if (group == ProgramGroup.BUGS) {
            return verdicts.stream().min(BY_WEIGHT).orElseThrow();
        }
        moment.come();
        return verdicts.stream().max(BY_WEIGHT).orElseThrow()
                + (areWoken(threads, looks.get()) ? " woken" : " NOT WOKEN");
    }

    private static boolean areWoken(List<Thread> threads, List<ThreadLook> looks) throws InterruptedException {
        for (int i = 0; i < threads.size(); i++) {
            if (!looks.get(i).isLeftBy(threads.get(i), LIMIT)) {
                return false;
            }
        }
        return true;
    }
}
