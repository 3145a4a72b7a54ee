package io.github.liveliness.report;

import static io.github.liveliness.report.Facts.each;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.RescueLog.Outcome;
import io.github.liveliness.model.RescueLog.Step;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Submission;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Stalls larger than any that will be met, and in no way consistent; the same for the same seed. */
final class RandomStalls {

    /** Letters, marks, controls, right-to-left and astral characters, all of which the JVM allows in names. */
    private static final List<String> ALPHABET =
            List.of("a", "Z", "7", "-", " ", "$", "ß", "é", "漢", "ש", "\n", "\t", "\u0301", "\uD83D\uDC0E", "'");

    private final Random random;
    private final String[] types;

    private RandomStalls(long seed) {
        this.random = new Random(seed);
        this.types = each(20, i -> name(300)).toArray(String[]::new);
    }

    static Stall huge(long seed) {
        return new RandomStalls(seed).stall();
    }

    private Stall stall() {
        StallBuilder stall = StallBuilder.stall(one(Verdict.values()), one(Stall.Kind.values()))
                .sentence(name(3_000))
                .test(name(3_000))
                .silence(duration())
                .pause(duration())
                .workerCpu(duration())
                .rescue(rescue());
        if (random.nextBoolean()) {
            stall.endsByItself(duration());
        }
        each(random.nextInt(6), this::executor).forEach(random.nextBoolean() ? stall::stuck : stall::beside);
        each(random.nextInt(1_001), this::thread).forEach(stall::waits);
        each(random.nextInt(50), i -> name(300)).forEach(stall::mover);
        each(random.nextInt(50), i -> name(300)).forEach(stall::limit);
        return stall.build();
    }

    private ThreadState thread(int number) {
        Limit limit = random.nextBoolean() ? new Limit.None() : new Limit.Timed(maybe(duration()));
        Waiting waiting = new Waiting(one(Form.values()), name(300), limit, each(1 + random.nextInt(5), i -> waker()));
        return new ThreadState(new ThreadId(number), name(300), one(Thread.State.values()), waiting, stack());
    }

    private Waker waker() {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Waker.QueuedTask(
                        new TaskId(random.nextInt(600)), new ExecutorId(random.nextInt(7)), one(Tie.values()));
            case 1 ->
                new Waker.RunningTask(
                        new TaskId(random.nextInt()), new ThreadId(random.nextInt(1_100)), one(Tie.values()));
            case 2 -> new Waker.OwnerThread(new ThreadId(random.nextInt(1_100)));
            default -> new Waker.Unknown(name(300));
        };
    }

    private ExecutorState executor(int number) {
        return new ExecutorState(
                new ExecutorId(number),
                name(300),
                name(300),
                one(ExecutorState.Kind.values()),
                ScopeId.RUN,
                new Size(random.nextInt(), random.nextInt(), random.nextInt(), one(Growth.values())),
                Facts.ids(0, random.nextInt(100)),
                each(random.nextInt(101), i -> task(100 * number + i)),
                random.nextInt(),
                random.nextLong());
    }

    private TaskState task(int number) {
        Submission submission = new Submission(name(300), duration(), List.of(frame(), frame(), frame(), frame()));
        return new TaskState(new TaskId(number), name(300), maybe(submission));
    }

    private RescueLog rescue() {
        Experiment experiment = new Experiment(
                name(300), random.nextInt(1_000), random.nextInt(1_000), random.nextBoolean(), one(Effect.values()));
        return new RescueLog(
                each(random.nextInt(30), i -> new Step(name(300), one(Outcome.values()), duration())),
                maybe(experiment));
    }

    private List<StackTraceElement> stack() {
        return each(random.nextInt(40), i -> frame());
    }

    private StackTraceElement frame() {
        return random.nextInt(3) == 0
                ? Facts.jdk("java.util.concurrent.FutureTask.get", random.nextInt(2_000))
                : Facts.frame("com.acme." + one(types) + ".call", random.nextInt(2_000));
    }

    private String name(int longest) {
        return random.ints(random.nextInt(longest) + 1L, 0, ALPHABET.size())
                .mapToObj(ALPHABET::get)
                .collect(Collectors.joining());
    }

    private Duration duration() {
        return Duration.ofNanos(random.nextLong()).multipliedBy(1 + random.nextInt(1_000));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
