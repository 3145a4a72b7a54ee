package io.github.liveliness.bench;

import io.github.liveliness.reach.programs.ProgramGroup;
import io.github.liveliness.reach.programs.ProgramOutcome;
import io.github.liveliness.reach.programs.ProgramsJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is proven of programs whose end is known: bugs that nobody can end, healthy waits that somebody ends late, attacks that
 * hide who ends them, and races in which the signal is given just before the heap is asked. All bugs should be proven, and
 * nothing else; what is not as it should be is listed below the table.
 *
 * <p>Reads an environment variable: {@code PROOF_TABLE_RACES}, how often to race in all, 512 times if it is not set.
 */
public final class ProofTable {
    private static final String ROW = "%-8s  %8s  %5s  %6s  %14s  %7s  %6s%n";
    private static final int RACES = Integer.parseInt(System.getenv().getOrDefault("PROOF_TABLE_RACES", "512"));

    private final List<String> faults = new ArrayList<>();

    private ProofTable() {}

    /** Runs all and prints the table, a row as soon as it is known. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "JDK %s%n", Runtime.version());
        System.out.printf(
                Locale.ROOT, ROW, "kind", "programs", "runs", "PROVEN", "something else", "skipped", "errors");
        ProofTable table = new ProofTable();
        table.add(
                ProgramGroup.BUGS,
                ProgramsJvm.run(ProgramGroup.BUGS),
                ProgramGroup.BUGS.names().size());
        table.add(
                ProgramGroup.HEALTHY,
                ProgramsJvm.run(ProgramGroup.HEALTHY),
                ProgramGroup.HEALTHY.names().size());
        table.add(
                ProgramGroup.ATTACKS,
                ProgramsJvm.run(ProgramGroup.ATTACKS),
                ProgramGroup.ATTACKS.names().size());
        table.add(ProgramGroup.RACES, ProgramsJvm.race(RACES), RACES);
        Set<String> withoutExecutors = ProgramGroup.bugsWithoutExecutors();
        System.out.printf(Locale.ROOT, "%d of the bugs use no executor%n", withoutExecutors.size());
        table.faults.forEach(System.out::println);
    }

    private void add(ProgramGroup group, ProgramsJvm jvm, int runs) {
        List<ProgramOutcome> outcomes = jvm.outcomes();
        long skipped = count(outcomes, ProgramOutcome::isSkipped);
        long valid = count(outcomes, outcome -> outcome.isValidIn(group));
        long proven = count(outcomes, ProgramOutcome::isProven);
        // A JVM that came to grief has left programs out.
        long errors = runs - skipped - valid;
        System.out.printf(
                Locale.ROOT,
                ROW,
                group.name().toLowerCase(Locale.ROOT),
                group.names().size(),
                runs,
                proven,
                count(outcomes, outcome -> outcome.isValidIn(group) && !outcome.isProven()),
                skipped,
                errors);
        outcomes.stream()
                .filter(outcome -> !outcome.isSkipped())
                .filter(outcome -> !outcome.isValidIn(group) || outcome.isProven() != (group == ProgramGroup.BUGS))
                .forEach(outcome -> faults.add(group + ": " + outcome));
        if (jvm.exitCode() != 0) {
            faults.add(group + " ended with " + jvm.exitCode() + ": " + jvm.errors());
        }
    }

    private static long count(List<ProgramOutcome> outcomes, Predicate<ProgramOutcome> counted) {
        return outcomes.stream().filter(counted).count();
    }
}
