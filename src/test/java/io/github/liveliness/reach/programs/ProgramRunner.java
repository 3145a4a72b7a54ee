package io.github.liveliness.reach.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the programs of a group, one after the other, and prints what came of each.
 *
 * <pre>
 * bugs|healthy|attacks [names of programs, else all]
 * races how-many-in-all
 * </pre>
 */
final class ProgramRunner {

    private ProgramRunner() {}

    public static void main(String[] arguments) throws Exception {
        ProgramGroup group = ProgramGroup.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        if (group == ProgramGroup.RACES) {
            race(new ArrayList<>(group.programs().entrySet()), Integer.parseInt(rest.get(0)));
        } else {
            for (Map.Entry<String, Program> program : group.programs().entrySet()) {
                if (rest.isEmpty() || rest.contains(program.getKey())) {
                    System.out.println(program.getKey() + ": " + outcome(group, program.getValue()));
                }
            }
        }
        System.exit(0);
    }

    private static String outcome(ProgramGroup group, Program program) throws Exception {
        if (Runtime.version().feature() < program.since()) {
            return "skipped";
        }
        Optional<Play> begun = Play.of(program);
        if (begun.isEmpty()) {
            return "does not wait";
        }
        Play play = begun.get();
        List<String> verdicts = play.verdicts();
        if (group == ProgramGroup.BUGS) {
            return verdicts.get(0);
        }
        play.moment().come();
        return verdicts.get(verdicts.size() - 1) + (play.isWoken() ? " woken" : " NOT WOKEN");
    }

    /** Takes the programs in turn, and prints how many runs of each ended in a proof. */
    private static void race(List<Map.Entry<String, Program>> programs, int runs) throws Exception {
        Map<String, Integer> proofs = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            Map.Entry<String, Program> program = programs.get(run % programs.size());
            Play play = Play.of(program.getValue()).orElseThrow();
            play.moment().come();
            proofs.merge(program.getKey(), play.verdicts().contains("PROVEN") ? 1 : 0, Integer::sum);
            if (!play.isWoken()) {
                throw new IllegalStateException("not woken: " + program.getKey());
            }
        }
        proofs.forEach((name, count) -> System.out.println(name + ": PROVEN " + count + " times"));
    }
}
