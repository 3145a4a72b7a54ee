package io.github.liveliness.engine;

import io.github.liveliness.blocking.AllowList;
import io.github.liveliness.blocking.AllowUses;
import io.github.liveliness.blocking.Annotations;
import io.github.liveliness.blocking.CallBook;
import io.github.liveliness.blocking.Finding;
import io.github.liveliness.blocking.FindingWords;
import io.github.liveliness.blocking.Findings;
import io.github.liveliness.blocking.FlightBook;
import io.github.liveliness.blocking.Permission;
import io.github.liveliness.model.BlockingCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Says of each test what has blocked in it, and at the end what of the whole run is to be told. May be called from any thread. */
final class BlockingJudge {
    private final CallBook calls;
    private final FlightBook flights;
    private final Annotations annotations;
    private final BlockingReport report;
    private final AllowUses uses = new AllowUses();
    private final Baselines baselines = new Baselines();
    private final AtomicLong passedBy = new AtomicLong();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    BlockingJudge(CallBook calls, FlightBook flights, Annotations annotations, BlockingReport report) {
        this.calls = calls;
        this.flights = flights;
        this.annotations = annotations;
        this.report = report;
    }

    /**
     * What has blocked for a scope that nothing allows, and that is not known from a baseline.
     *
     * @param folder where reports of this scope go
     * @param unseen tells what could not be seen, a sentence each; asked last, for some of it shows only where calls are read
     * @throws io.github.liveliness.blocking.BaselineException if the baseline cannot be read or written
     * @throws io.github.liveliness.blocking.AllowListException if an annotation gives no reason
     */
    Optional<Outcome.Blocked> judge(Scope scope, Blocking blocking, Path folder, Supplier<List<String>> unseen) {
        List<Finding> all = Findings.group(notAllowed(scope, blocking));
        List<Finding> fresh = blocking.baseline()
                .map(file -> baselines.without(file, all, blocking.refreshes()))
                .orElse(all);
        if (!fresh.isEmpty() && blocking.then() == Blocking.Then.REPORT) {
            report.add(folder, scope.test(), fresh);
        }
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Blocked(
                        FindingWords.of(fresh, scope.test(), calls.passedBy(scope.id()), unseen.get()),
                        blocking.then() == Blocking.Then.FAIL,
                        fresh.get(0).sample().places()));
    }

    /** For a scope that nobody is told of: what has allowed something there is no less used. */
    void noteUses(Scope scope, Blocking blocking) {
        notAllowed(scope, blocking);
    }

    private List<BlockingCall> notAllowed(Scope scope, Blocking blocking) {
        passedBy.addAndGet(calls.passedBy(scope.id()));
        return new AllowList(blocking.allowed(), annotations, uses).notAllowed(calls(scope));
    }

    private List<BlockingCall> calls(Scope scope) {
        List<BlockingCall> all = new ArrayList<>(calls.of(scope.id()));
        all.addAll(flights.of(scope.id()));
        return all;
    }

    /** Where whoever reads the console finds what has blocked. */
    Optional<String> whereItStands() {
        return report.atTheEnd();
    }

    /**
     * What was expected to block, and has not, once all tests are over, a sentence each; a JVM may run tests again, and hears of
     * nothing twice.
     *
     * @param annotated the classes that have annotations, as far as they are known
     */
    List<String> whatDidNotBlock(Collection<String> annotated) {
        List<Permission> known = annotated.stream()
                .sorted()
                .flatMap(type -> annotations.in(type).stream())
                .toList();
        List<String> lines = new ArrayList<>();
        uses.unused().forEach(entry -> lines.add(entry.unused()));
        uses.unused(known).forEach(permission -> lines.add(permission.unused()));
        lines.removeIf(line -> !told.add(line));
        long unseen = passedBy.get();
        if (!lines.isEmpty() && unseen > 0) {
            lines.add((unseen == 1 ? "One call" : unseen + " calls")
                    + " came too fast to be looked at, and may have been allowed by it.");
        }
        baselines.vanished().stream().filter(told::add).forEach(lines::add);
        return lines;
    }
}
