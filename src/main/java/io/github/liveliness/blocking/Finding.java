package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import io.github.liveliness.model.Submission;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * All blocking calls of one place in the source.
 *
 * @param site the place and what is called
 * @param kinds what the calls do, in the order of the kinds
 * @param count how many there were
 * @param stillBlocked how many of them are not over
 * @param total how long they blocked, all together
 * @param longest how long the longest blocked
 * @param sample that longest call
 * @param executors the names of the executors whose threads were blocked
 * @param submitSites the lines that submitted the tasks
 * @param tests the tests that they happened in
 */
@API(status = API.Status.INTERNAL)
public record Finding(
        CallSite site,
        List<Kind> kinds,
        int count,
        int stillBlocked,
        Duration total,
        Duration longest,
        BlockingCall sample,
        List<String> executors,
        List<StackTraceElement> submitSites,
        List<String> tests) {

    /** The order of the calls must not matter: two runs of the same tests make the same report. */
    private static final Comparator<BlockingCall> LONGEST = Comparator.comparing(BlockingCall::duration)
            .thenComparing(call -> !call.returned())
            .thenComparing(BlockingCall::toString);

    private static final Comparator<StackTraceElement> BY_LINE = Comparator.comparing(StackTraceElement::getClassName)
            .thenComparing(StackTraceElement::getLineNumber)
            .thenComparing(StackTraceElement::toString);

    public Finding {
        kinds = List.copyOf(kinds);
        executors = List.copyOf(executors);
        submitSites = List.copyOf(submitSites);
        tests = List.copyOf(tests);
    }

    static Finding of(CallSite site, Collection<BlockingCall> calls) {
        BlockingCall longest = calls.stream().max(LONGEST).orElseThrow();
        return new Finding(
                site,
                each(calls, BlockingCall::kind),
                calls.size(),
                (int) calls.stream().filter(call -> !call.returned()).count(),
                calls.stream().map(BlockingCall::duration).reduce(Duration.ZERO, Duration::plus),
                longest.duration(),
                longest,
                each(calls, BlockingCall::executor),
                calls.stream()
                        .flatMap(call -> call.submission().stream())
                        .map(Submission::site)
                        .distinct()
                        .sorted(BY_LINE)
                        .toList(),
                each(calls, BlockingCall::test));
    }

    private static <T extends Comparable<T>> List<T> each(
            Collection<BlockingCall> calls, Function<BlockingCall, T> part) {
        return calls.stream().map(part).distinct().sorted().toList();
    }
}
