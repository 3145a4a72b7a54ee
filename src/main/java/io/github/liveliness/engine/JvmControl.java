package io.github.liveliness.engine;

import io.github.liveliness.explore.ControlledProgram;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Program;
import io.github.liveliness.explore.Replay;
import io.github.liveliness.explore.Schedule;
import io.github.liveliness.explore.StalledThread;
import io.github.liveliness.explore.Terms;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.watch.Hooked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Controls the threads of this JVM that a body starts, through the agent. */
final class JvmControl implements Control {
    private final List<ControlledProgram> programs = new ArrayList<>();

    @Override
    public Program program(Guard.Code body, Points points) {
        return kept(body, terms(points), threads -> {});
    }

    @Override
    public Traced trace(Guard.Code body, String test, Points points, Schedule schedule) {
        StallWitness witness = new StallWitness(test, System::nanoTime);
        ControlledProgram program = kept(body, terms(points).withTrace(), witness);
        new Replay(program).once(schedule);
        return new Traced(program.interleaving(), witness.stall());
    }

    private static Terms terms(Points points) {
        return points == Points.MEMORY ? Terms.USUAL.withMemory() : Terms.USUAL;
    }

    private ControlledProgram kept(Guard.Code body, Terms terms, Consumer<List<StalledThread>> witness) {
        try {
            ControlledProgram program = ControlledProgram.of(callable(body), terms, witness);
            programs.add(program);
            return program;
        } catch (IllegalStateException failed) {
            throw new NoControlException("Exploring cannot take control of this JVM: " + failed.getMessage());
        }
    }

    private static Callable<Object> callable(Guard.Code body) {
        return () -> {
            List<Throwable> thrown = Hooked.inScope(ScopeId.EXPLORED, () -> thrown(body));
            for (Throwable failure : thrown) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
            }
            return thrown;
        };
    }

    private static List<Throwable> thrown(Guard.Code body) {
        try {
            body.run();
            return List.of();
        } catch (Throwable failure) {
            return List.of(failure);
        }
    }

    @Override
    public void close() {
        programs.forEach(ControlledProgram::close);
        programs.clear();
    }
}
