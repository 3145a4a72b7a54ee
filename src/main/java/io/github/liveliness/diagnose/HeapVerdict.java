package io.github.liveliness.diagnose;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What a diagnosis of the graph becomes once it is known who else can end it. */
@API(status = API.Status.INTERNAL)
public final class HeapVerdict {

    private HeapVerdict() {}

    /**
     * The verdict of both.
     *
     * @param diagnosis likely or suspected by the graph alone
     * @param told what is known of all threads of the knot
     */
    public static Diagnosis of(Diagnosis diagnosis, Reachability told) {
        if (told instanceof Reachability.Unreached || told instanceof Reachability.Explored) {
            return new Diagnosis(
                    Verdict.PROVEN,
                    diagnosis.kind().map(kind -> kind == Kind.NO_PROGRESS ? Kind.ABANDONED : kind),
                    KnotSentence.withWakers(
                            StalledDiagnosis.proven(diagnosis.sentence()), "nobody is left who could end that"),
                    diagnosis.graph().withoutUnseen(),
                    List.of(),
                    Optional.empty(),
                    told);
        }
        return told instanceof Reachability.Reached reached ? reached(diagnosis, reached) : diagnosis.with(told);
    }

    private static Diagnosis reached(Diagnosis diagnosis, Reachability.Reached reached) {
        List<String> movers = new ArrayList<>(diagnosis.movers());
        movers.add(reached.who() + " reaches " + reached.object());
        return new Diagnosis(
                Verdict.SUSPECTED,
                diagnosis.kind(),
                KnotSentence.withWakers(diagnosis.sentence(), reached.who() + " could still end that"),
                diagnosis.graph(),
                movers,
                diagnosis.endsByItself(),
                reached);
    }
}
