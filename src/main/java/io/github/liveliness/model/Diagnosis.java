package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a snapshot means.
 *
 * @param verdict how sure it is
 * @param kind what is wrong; empty while nothing is
 * @param sentence the finding in one sentence
 * @param graph who waits for whom
 * @param movers who could still end it, one half sentence each; empty when nobody is known
 * @param endsByItself the time until a time-out ends it, where one does; zero where one does at an unknown time
 * @param reachability what the heap tells
 */
@API(status = API.Status.INTERNAL)
public record Diagnosis(
        Verdict verdict,
        Optional<Stall.Kind> kind,
        String sentence,
        WaitGraph graph,
        List<String> movers,
        Optional<Duration> endsByItself,
        Reachability reachability) {
    public Diagnosis {
        movers = List.copyOf(movers);
    }

    /** A diagnosis of the graph alone. */
    public Diagnosis(
            Verdict verdict,
            Optional<Stall.Kind> kind,
            String sentence,
            WaitGraph graph,
            List<String> movers,
            Optional<Duration> endsByItself) {
        this(verdict, kind, sentence, graph, movers, endsByItself, new Reachability.NotAsked());
    }

    /** The same with what the heap tells. */
    public Diagnosis with(Reachability told) {
        return new Diagnosis(verdict, kind, sentence, graph, movers, endsByItself, told);
    }
}
