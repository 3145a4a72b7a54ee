package io.github.liveliness.engine;

import io.github.liveliness.explore.Coverage;
import io.github.liveliness.explore.Divergence;
import io.github.liveliness.explore.Exploration.Found;
import io.github.liveliness.explore.Exploration.NothingFound;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Replays;
import io.github.liveliness.explore.Run;
import io.github.liveliness.explore.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what came of an exploration. */
final class ExplorationWords {
    private ExplorationWords() {}

    static String nothingFound(NothingFound nothing, Plan plan) {
        String cut = nothing.endless() == 0
                ? ""
                : " " + nothing.endless() + " of them were cut short, for they let one thread ask again and again.";
        return passed(nothing, plan) + cut;
    }

    private static String passed(NothingFound nothing, Plan plan) {
        String shard = plan.shard().of() == 1
                ? ""
                : " of part " + plan.shard().number() + " of " + plan.shard().of();
        if (nothing.covered() instanceof Coverage.Everything) {
            return "All schedules" + shard + " pass, " + nothing.schedules() + " of them.";
        }
        if (nothing.covered() instanceof Coverage.UpTo upTo) {
            return "All schedules" + shard + " with up to " + preemptions(upTo.preemptions()) + " pass; "
                    + nothing.schedules() + " were run.";
        }
        return "%d schedules%s pass (%s).".formatted(nothing.schedules(), shard, made(plan));
    }

    private static String preemptions(int count) {
        return count == 1 ? "1 preemption" : count + " preemptions";
    }

    private static String made(Plan plan) {
        String strategy = plan.strategy().name().toLowerCase(Locale.ROOT);
        return plan.strategy() == Strategy.EXHAUSTIVE ? strategy : strategy + ", seed " + plan.seed();
    }

    static List<String> found(Found found, Plan plan, ExploredTest.Name name, String token) {
        List<String> lines = new ArrayList<>();
        lines.add("Found by schedule %d of %d (%s). It takes %s."
                .formatted(
                        found.number() + 1,
                        plan.budget().schedules(),
                        made(plan),
                        switches(found.schedule().switches().size(), found.switchesBefore())));
        lines.add(replays(found.replays()));
        lines.addAll(outsider(found.run()));
        lines.addAll(use(name, token));
        return lines;
    }

    private static String switches(int count, int before) {
        String words = count == 0 ? "no switch" : count == 1 ? "1 switch" : count + " switches";
        return count == before ? words + " between threads" : words + " between threads, of " + before + " at first";
    }

    private static String replays(Replays replays) {
        String count = "It failed in " + replays.same() + " of " + replays.of() + " replays"
                + (replays.wereCut() ? ", and there was no time for more" : "");
        return replays.why()
                .map(why -> count + ", so something in it is not under control: another " + why + ".")
                .orElse(count + ".");
    }

    /** Replays beside it prove little: it may do the same each time. */
    private static List<String> outsider(Run run) {
        return run
                .outsider()
                .map(thread ->
                        "The thread '" + thread + "', which this test did not start and nobody controls, may have had a"
                                + " hand in it. Run this test alone to see whether it fails without that thread.")
                .stream()
                .toList();
    }

    private static List<String> use(ExploredTest.Name name, String token) {
        List<String> lines = new ArrayList<>();
        lines.add("Run it again with");
        lines.add("  @Explore(replay = \"" + token + "\")");
        lines.addAll(name.command()
                .map(command -> command.replaying(token).toList())
                .orElseGet(() -> List.of("  -D" + Setting.EXPLORE_REPLAY.key() + "=" + token)));
        return lines;
    }

    static List<String> replayed(String token, boolean same, Run run) {
        List<String> lines = new ArrayList<>();
        lines.add(
                same
                        ? "This is the schedule of token " + token + "."
                        : "This is the schedule of token " + token + ", which was made for another failure.");
        lines.addAll(outsider(run));
        return lines;
    }

    static String passesNow(String token) {
        return "The schedule of token " + token + " passes now, and goes the same way as when it failed.";
    }

    static Explored.Impossible otherTest(String token, String test) {
        return new Explored.Impossible(
                "The token \"" + token + "\" cannot be used: it was made for another test than " + test
                        + ", or this one had another name then.",
                Optional.of("Run the test that it was printed for, alone where a system property"
                        + " holds the token; or explore again."));
    }

    static Explored.Impossible changed(String token, String test, Divergence divergence) {
        return new Explored.Impossible(
                "The token \"" + token + "\" cannot be used: the code of " + test
                        + " has changed since it was made. The run left the schedule " + divergence.words()
                        + ".",
                Optional.of("Explore again, without the token."));
    }

    static Explored.Impossible notControlled(String test, String why) {
        return new Explored.Impossible(
                test + " cannot be explored, for it is not controlled: " + why.replaceFirst("\\.$", "") + ".",
                Optional.of("Leave that out of the test, or use a HoldPoint where it has to wait."));
    }
}
