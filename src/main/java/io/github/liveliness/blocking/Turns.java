package io.github.liveliness.blocking;

import io.github.liveliness.model.ScopeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which scope's turn it was when: that of a test, else that of its class, unless tests ran side by side. */
final class Turns {

    private static final long OPEN = Long.MAX_VALUE;

    private final List<Turn> turns = new ArrayList<>();

    private record Turn(ScopeId scope, Thread thread, long begin, long end) {
        boolean includes(long nanoTime) {
            return begin <= nanoTime && nanoTime < end;
        }
    }

    /** The turn of a scope begins, on the current thread. */
    void begin(ScopeId scope, long now) {
        turns.add(new Turn(scope, Thread.currentThread(), now, OPEN));
    }

    void end(ScopeId scope, long now) {
        turns.replaceAll(turn -> turn.scope.equals(scope) ? new Turn(scope, turn.thread, turn.begin, now) : turn);
        if (turns.stream().noneMatch(turn -> turn.end == OPEN)) {
            turns.clear();
        }
    }

    /** Nothing where there was none, or several on different threads. */
    Optional<ScopeId> at(long nanoTime) {
        List<Turn> open = turns.stream().filter(turn -> turn.includes(nanoTime)).toList();
        return open.stream().map(Turn::thread).distinct().count() == 1
                ? open.stream().max(Comparator.comparingLong(Turn::begin)).map(Turn::scope)
                : Optional.empty();
    }
}
