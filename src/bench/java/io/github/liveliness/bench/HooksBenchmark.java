package io.github.liveliness.bench;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.SeenExecutor;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What each hook adds to the call it stands in. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class HooksBenchmark {

    /** How deep under the thread's first frame tasks are submitted, as under a test engine. */
    private static final int DEPTH = 60;

    @Param({"1", "10000"})
    private int liveExecutors;

    private List<Executor> others = List.of();
    private Executor executor = new Direct();
    private SeenExecutor seen = SeenExecutor.NONE;
    private final Object task = new Object();

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(HooksBenchmark.class.getName() + "\\.")
                        .build())
                .run();
    }

    @Setup
    public void fillTable() {
        others =
                Stream.<Executor>generate(Direct::new).limit(liveExecutors - 1L).toList();
        others.forEach(ExecutorTable.SEEN::addMade);
        seen = ExecutorTable.SEEN.addMade(executor);
        while (seen.submissions().newestFirst().size() < SeenExecutor.CAPTURES) {
            Hooks.taskSubmitted(executor, new Object());
        }
    }

    @Benchmark
    public SeenExecutor lookUp() {
        return ExecutorTable.SEEN.find(executor);
    }

    @Benchmark
    public void submitWithoutBudget() {
        Hooks.taskSubmitted(executor, task);
    }

    @Benchmark
    @OperationsPerInvocation(SeenExecutor.CAPTURES)
    public void submitWithBudget() {
        for (int refill = 0; refill < SeenExecutor.REFILLS_OF_A_FLOOD; refill++) {
            seen.refill();
        }
        submitAll(DEPTH);
    }

    @Benchmark
    public void timedPark() {
        Hooks.timedPark(1_000_000);
    }

    @Benchmark
    public void waitWithoutWatcher() {
        Hooks.aboutToWait();
    }

    @Benchmark
    public Executor makeExecutor() {
        Executor made = new Direct();
        Hooks.executorMade(made);
        return made;
    }

    private void submitAll(int depth) {
        if (depth > 0) {
            submitAll(depth - 1);
        } else {
            IntStream.range(0, SeenExecutor.CAPTURES).forEach(any -> Hooks.taskSubmitted(executor, new Object()));
        }
    }

    private static final class Direct implements Executor {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }
}
