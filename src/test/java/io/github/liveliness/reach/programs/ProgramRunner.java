package io.github.liveliness.reach.programs;

import java.util.Arrays;
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
            race(List.copyOf(group.programs().entrySet()), Integer.parseInt(rest.get(0)));
        } else {
            for (Map.Entry<String, Program> program : group.programs().entrySet()) {
                if (rest.isEmpty() || rest.contains(program.getKey())) {
                    run(group, program);
                }
            }
        }
        System.exit(0);
    }

    /** Takes the programs in turn. */
    private static void race(List<Map.Entry<String, Program>> programs, int runs) throws Exception {
        for (int run = 0; run < runs; run++) {
            run(ProgramGroup.RACES, programs.get(run % programs.size()));
        }
    }

    private static void run(ProgramGroup group, Map.Entry<String, Program> program) throws Exception {
        System.out.println(new ProgramOutcome(program.getKey(), outcome(group, program.getValue())));
    }

    private static String outcome(ProgramGroup group, Program program) throws Exception {
        if (Runtime.version().feature() < program.since()) {
            return ProgramOutcome.SKIPPED;
        }
        Optional<Play> begun = Play.of(program);
        return begun.isPresent() ? outcome(group, begun.get()) : "does not wait";
    }

    private static String outcome(ProgramGroup group, Play play) throws Exception {
        if (group == ProgramGroup.BUGS) {
            return play.settledVerdict();
        }
        if (group == ProgramGroup.RACES) {
            play.moment().come();
        }
        List<String> verdicts = play.verdicts();
        if (group != ProgramGroup.RACES) {
            play.moment().come();
        }
        return verdicts.get(verdicts.size() - 1) + (play.isWoken() ? " woken" : " NOT WOKEN");
    }
}
