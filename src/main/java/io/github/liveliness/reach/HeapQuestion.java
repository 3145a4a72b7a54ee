package io.github.liveliness.reach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The door of this room: asks a heap dump who can wake some threads.
 *
 * <p>Pure over the dump and what is passed in; runs on the caller's thread.
 */
@API(status = API.Status.INTERNAL)
public final class HeapQuestion {
    private final Heap heap;
    private final Instances instances;
    private final Cast cast;
    private final WakeSearch strict;
    private final Optional<Wake.Unseen> doubt;
    private final LastHolders lastHolders;
    private Optional<WakeSearch> trusting = Optional.empty();

    private HeapQuestion(Heap heap, LiveThreads live, Roster roster, boolean showsVirtualThreads) {
        this.heap = heap;
        this.instances = Instances.of(heap, classes());
        this.cast = new Cast(heap, instances, live, roster);
        this.strict = new WakeSearch(heap, cast, instances, Trust.NOBODY);
        this.lastHolders = new LastHolders(heap, instances, strict::shut);
        this.doubt = Doubts.ofVirtualThreads(instances, showsVirtualThreads)
                .or(() -> Doubts.ofHiddenClasses(heap))
                .or(() -> new Doubts(live, cast).of(strict.movers()));
    }

    private static Set<String> classes() {
        Set<String> classes = new HashSet<>(WaitNodes.CLASSES);
        classes.addAll(ClosedPools.CLASSES);
        classes.addAll(HiddenRoots.CLASSES);
        classes.addAll(OwnWays.CLASSES);
        classes.addAll(PrivateFields.CLASSES);
        classes.addAll(QueueParts.CLASSES);
        classes.addAll(RunningTasks.CLASSES);
        classes.addAll(Doubts.CLASSES);
        classes.addAll(LastHolders.CLASSES);
        return classes;
    }

    /**
     * Asks.
     *
     * @param dump a dump of live objects in HPROF format
     * @param live what the JVM told of its threads while the dump was made
     * @param roster where the dump lists the threads that are asked about
     * @param showsVirtualThreads whether the JDK that wrote the dump shows what virtual threads hold that are not running
     * @return who can wake each thread of the roster, in its order
     * @throws IOException if the file cannot be read, or is no complete dump
     */
    public static List<Wake> ask(Path dump, LiveThreads live, Roster roster, boolean showsVirtualThreads)
            throws IOException {
        return new HeapQuestion(HeapReader.read(dump), live, roster, showsVirtualThreads).answers();
    }

    private List<Wake> answers() {
        return cast.subjects().stream().map(this::answer).toList();
    }

    private Wake answer(int thread) {
        if (strict.isStuck(thread)) {
            return doubt.<Wake>map(found -> found).orElseGet(() -> nobody(thread));
        }
        WakeSearch trusting = trusting();
        return trusting.isStuck(thread) ? unproven(strict.wake(thread)) : trusting.wake(thread);
    }

    private Wake.Nobody nobody(int thread) {
        return new Wake.Nobody(lastHolders.of(cast.awaited(thread)));
    }

    /** Made when it is needed: most questions end with the strict search. */
    private WakeSearch trusting() {
        if (trusting.isEmpty()) {
            trusting = Optional.of(new WakeSearch(heap, cast, instances, Trust.APPEARANCES));
        }
        return trusting.get();
    }

    private static Wake unproven(Wake strictly) {
        return strictly instanceof Wake.Somebody somebody
                ? new Wake.Unseen(
                        "Nobody is seen to use it, but it is within reach of "
                                + somebody.chain().holder() + '.',
                        false)
                : strictly;
    }
}
