package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import io.github.liveliness.model.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes blocking calls of what was seen; nothing of what is nobody's call. */
final class CallReader {

    private final CallNames names = new CallNames(new ReadPublicTypes());

    /** @param test the test that it happened in */
    Optional<BlockingCall> read(Observation seen, String test) {
        if (Harmless.is(seen.stack(), seen.byForkJoinWorker())) {
            return Optional.empty();
        }
        NamedCall call = names.read(seen.stack());
        return call.name()
                .or(() -> Optional.of(seen.bareName()).filter(name -> !name.isEmpty()))
                .map(name -> new BlockingCall(
                        kind(seen),
                        name,
                        seen.duration(),
                        seen.returned(),
                        call.users(),
                        seen.executor(),
                        submission(seen.submission()),
                        test));
    }

    private static Kind kind(Observation seen) {
        return seen.kind() == Kind.FILE && Archives.areReadIn(seen.stack()) ? Kind.ARCHIVE : seen.kind();
    }

    private static Optional<Submission> submission(SeenSubmission seen) {
        List<StackTraceElement> frames = seen.frames();
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.of(new Submission(seen.threadName(), Duration.ZERO, frames));
    }
}
