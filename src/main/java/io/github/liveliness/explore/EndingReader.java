package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.ControlledRun;
import io.github.liveliness.agent.boot.ControlledThread;
import io.github.liveliness.agent.boot.Obstacle;
import io.github.liveliness.explore.Ending.Failed;
import io.github.liveliness.explore.Ending.NotControlled;
import io.github.liveliness.explore.Ending.Passed;
import io.github.liveliness.explore.Ending.Stalled;
import io.github.liveliness.explore.Ending.TooLong;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Reads how a run ended, while its threads still stand where they stood then. */
final class EndingReader {

    private final ControlledRun run;
    private final Optional<Throwable> failure;

    EndingReader(ControlledRun run, Optional<Throwable> failure) {
        this.run = run;
        this.failure = failure;
    }

    Ending read() {
        return switch (run.conclusion()) {
            case AT_REST ->
                run.uncaught().stream()
                        .findFirst()
                        .<Ending>map(EndingReader::failed)
                        .orElseGet(Passed::new);
            case FAILED -> failed(failure.orElseThrow());
            case STALLED -> stalled();
            case TOO_LONG -> new TooLong(run.points());
            case REFUSED -> new NotControlled(run.refusal());
        };
    }

    private static Ending failed(Throwable thrown) {
        return new Failed(Fingerprint.of(thrown), thrown);
    }

    private Ending stalled() {
        List<StalledThread> threads = run.threads().stream()
                .filter(thread -> !thread.isOver())
                .map(this::stalled)
                .toList();
        return new Stalled(Fingerprint.of(threads), threads);
    }

    private StalledThread stalled(ControlledThread thread) {
        Optional<Object> blocker = Optional.ofNullable(LockSupport.getBlocker(thread.thread()));
        return new StalledThread(
                thread.thread(),
                thread.number(),
                thread.obstacle(),
                thread.obstacle() == Obstacle.PERMIT ? blocker : Optional.ofNullable(thread.object()),
                Optional.ofNullable(run.ownerFor(thread)).map(ControlledThread::thread),
                Optional.ofNullable(thread.pool()),
                thread.isInTask(),
                Arrays.asList(thread.thread().getStackTrace()));
    }
}
