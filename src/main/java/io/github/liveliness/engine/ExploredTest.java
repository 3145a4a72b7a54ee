package io.github.liveliness.engine;

import io.github.liveliness.explore.Ending;
import io.github.liveliness.explore.Exploration;
import io.github.liveliness.explore.Exploration.Found;
import io.github.liveliness.explore.Exploration.NotControlled;
import io.github.liveliness.explore.Exploration.NothingFound;
import io.github.liveliness.explore.Explorer;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Replay;
import io.github.liveliness.explore.Replay.Replayed;
import io.github.liveliness.explore.Schedule;
import io.github.liveliness.explore.Token;
import io.github.liveliness.explore.TokenException;
import io.github.liveliness.explore.TokenFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;

/** A test that is run under many schedules, or under the one that a token names. */
@API(status = API.Status.INTERNAL)
public final class ExploredTest {
    private final Name name;
    private final Exploring settings;
    private final Control control;
    private final Guard.Code body;
    private final LongSupplier nanoClock;
    private final Consumer<String> console;

    /**
     * What a test is called.
     *
     * @param id as it is everywhere, for tokens
     * @param words as people call it
     * @param command how it is explored where it has no {@code @Explore}
     */
    public record Name(String id, String words, Optional<ExploringCommand> command) {}

    /**
     * Makes one.
     *
     * @param body runs the test once, with a fresh instance and all that belongs to it
     * @param nanoClock how time passes for whoever waits
     * @param console takes lines for whoever reads the test output
     */
    public ExploredTest(
            Name name,
            Exploring settings,
            Control control,
            Guard.Code body,
            LongSupplier nanoClock,
            Consumer<String> console) {
        this.name = name;
        this.settings = settings;
        this.control = control;
        this.body = body;
        this.nanoClock = nanoClock;
        this.console = console;
    }

    /** Explores, or replays where the settings say so. */
    public Explored run() {
        return settings.replay().map(this::replay).orElseGet(this::explore);
    }

    private Explored explore() {
        Plan plan = settings.plan();
        Exploration exploration = new Explorer(
                        control.program(body, settings.points()),
                        nanoClock,
                        new ProgressLines(name.words(), plan.budget(), nanoClock, console))
                .explore(plan);
        if (exploration instanceof NothingFound nothing) {
            return new Explored.Passed(ExplorationWords.nothingFound(nothing, plan));
        }
        if (exploration instanceof NotControlled escaped) {
            return impossible(escaped.why());
        }
        Found found = (Found) exploration;
        String token =
                printed(Token.of(settings.points(), name.id(), found.run().ending(), found.schedule()));
        return failed(
                found.run().ending(),
                ExplorationWords.found(found, plan, name, token),
                found.schedule(),
                settings.points());
    }

    private Explored impossible(String why) {
        return ExplorationWords.notControlled(name.words(), why);
    }

    private Explored failed(Ending ending, List<String> schedule, Schedule shown, Points points) {
        Control.Traced traced = control.trace(body, name.words(), points, shown);
        return FailingRun.of(ending, name.words(), traced.stall())
                .with(shown.switches().isEmpty(), schedule, traced.interleaving());
    }

    /** A token too long for a line is printed all the same where its file cannot be written. */
    private String printed(Token token) {
        TokenFile file = new TokenFile(settings.output());
        try {
            return file.keep(token, name.words());
        } catch (IOException e) {
            console.accept("Liveliness cannot keep a token in " + settings.output() + ", and prints it: " + e);
            return TokenFile.print(token);
        }
    }

    private Explored replay(String printed) {
        try {
            Token token = new TokenFile(settings.output()).read(printed);
            if (!token.isOf(name.id())) {
                return ExplorationWords.otherTest(printed, name.words());
            }
            return replay(printed, token);
        } catch (TokenException wrong) {
            return new Explored.Impossible(wrong.words(), Optional.empty());
        }
    }

    private Explored replay(String printed, Token token) {
        Replay replay = new Replay(control.program(body, token.points()));
        // As before a schedule is found: what is loaded and linked the first time makes points of its own.
        replay.once(Schedule.UNDISTURBED);
        Replayed replayed = replay.once(token.schedule());
        Ending ending = replayed.run().ending();
        if (ending instanceof Ending.NotControlled escaped) {
            return impossible(escaped.why());
        }
        boolean same = token.isOf(ending);
        if (!same && replayed.divergence().isPresent()) {
            return ExplorationWords.changed(
                    printed, name.words(), replayed.divergence().get());
        }
        if (ending instanceof Ending.Passed) {
            return new Explored.Passed(ExplorationWords.passesNow(printed));
        }
        return failed(
                ending, ExplorationWords.replayed(printed, same, replayed.run()), token.schedule(), token.points());
    }
}
