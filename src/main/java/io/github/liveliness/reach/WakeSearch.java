package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Searches a dump for everybody who can move, and for what they reach. */
final class WakeSearch {
    private final Heap heap;
    private final Cast cast;
    private final Trust trust;
    private final QueueParts queues;
    private final RunningTasks running;
    private final RunningTests tests;
    private final Map<Integer, Suspect> suspects = new TreeMap<>();
    private final Map<Integer, Gate> privateFields = new HashMap<>();
    private final List<Root> roots = new ArrayList<>();
    private final Marking marking;
    private final Set<Integer> stuck = new HashSet<>();

    WakeSearch(Heap heap, Cast cast, Instances instances, Trust trust) {
        this.heap = heap;
        this.cast = cast;
        this.trust = trust;
        this.queues = new QueueParts(heap, instances);
        this.running = new RunningTasks(heap, instances);
        this.tests = new RunningTests(heap);
        Set<Integer> live = new HashSet<>();
        for (HeapThread thread : cast.threads()) {
            live.add(thread.object());
            if (cast.waitOf(thread.object()) instanceof HeapWait.Stays wait && trust.believes(wait)) {
                suspect(thread, wait);
            } else {
                roots.add(new Root.OfThread(thread.object(), thread.object()));
                roots.addAll(thread.roots());
            }
        }
        heap.roots().stream()
                .filter(trust::follows)
                .filter(root -> !OwnWays.begin(root))
                .forEach(roots::add);
        roots.addAll(HiddenRoots.queues(heap, instances));
        cast.ours().forEach(thread -> privateFields.put(thread, PrivateFields.ofOurs(heap, thread)));
        List<Gate> gates = new ArrayList<>(privateFields.values());
        gates.add(PrivateFields.ofGroups(heap, instances));
        gates.add(OwnWays.gate(heap, instances));
        gates.addAll(new ClosedPools(heap, instances, trust).gates(live, suspects.keySet()));
        this.marking = new Marking(heap, suspects.values(), gates).from(objects(roots));
        if (trust.fearsTheUnseen()) {
            List<Root> unheld = HiddenRoots.unheld(heap, marking);
            roots.addAll(unheld);
            marking.from(objects(unheld));
        }
        marking.stuck().forEach(suspect -> stuck.add(suspect.thread()));
    }

    private static Iterable<Integer> objects(List<Root> roots) {
        return () -> roots.stream().map(Root::object).iterator();
    }

    private void suspect(HeapThread thread, HeapWait.Stays wait) {
        List<Integer> blockers = new ArrayList<>(wait.blockers());
        wait.blockers().forEach(blocker -> blockers.addAll(queues.poolsWith(blocker)));
        blockers.addAll(running.of(thread.object()));
        List<Integer> held = thread.roots().stream().map(Root.Stack::object).toList();
        suspects.put(thread.object(), new Suspect(thread.object(), blockers, wait.awaited(), held));
        Gate gate = PrivateFields.of(heap, thread.object());
        if (trust.asksThreads()) {
            heap.forEach(thread.object(), field -> {
                if (!gate.references().contains(new Gate.Reference(thread.object(), field))) {
                    roots.add(new Root.OfThread(field, thread.object()));
                }
            });
        }
        privateFields.put(thread.object(), gate.before(tests.of(thread)));
    }

    /** Whether nobody who can move reaches what a thread waits for. */
    boolean isStuck(int thread) {
        return stuck.contains(thread);
    }

    /** What nobody follows while those are stuck who are. */
    Set<Gate> shut() {
        return marking.shut();
    }

    /** Those who can move, as this search sees it. */
    List<HeapThread> movers() {
        return cast.threads().stream()
                .filter(thread -> !stuck.contains(thread.object()))
                .toList();
    }

    /** Who could wake a thread that is not stuck. */
    Wake wake(int thread) {
        Suspect suspect = suspects.get(thread);
        if (suspect == null) {
            return cast.waitOf(thread) instanceof HeapWait.CanMove moves
                    ? new Wake.ByItself(moves.why())
                    : new Wake.Unseen("It waits on something that does not tell whether it has been woken.", false);
        }
        ChainFinder chains = new ChainFinder(heap, cast);
        int rank = marking.released().indexOf(suspect);
        return suspect.awaited().stream()
                .filter(owner -> !stuck.contains(owner))
                .findFirst()
                .map(chains::awaited)
                .or(() -> reached(suspect, marking.released().subList(0, rank), chains))
                .<Wake>map(chain -> new Wake.Somebody(chain, rank))
                .orElseGet(() -> new Wake.Unseen("The dump does not hold what it waits for.", false));
    }

    private Optional<Chain> reached(Suspect suspect, List<Suspect> before, ChainFinder chains) {
        Map<Integer, Gate> closed = new HashMap<>(privateFields);
        before.forEach(woken -> closed.remove(woken.thread()));
        List<Gate> shut = new ArrayList<>(closed.values());
        shut.addAll(marking.shut());
        return chains.chain(rootsWith(before), shut, new HashSet<>(suspect.blockers()));
    }

    /** What those can reach who were to be woken before; who can move by itself comes first. */
    private List<Root> rootsWith(List<Suspect> woken) {
        List<Root> all = new ArrayList<>(roots);
        for (Suspect suspect : woken) {
            cast.threads().stream()
                    .filter(thread -> thread.object() == suspect.thread())
                    .forEach(thread -> all.addAll(thread.roots()));
            all.add(new Root.OfThread(suspect.thread(), suspect.thread()));
        }
        return all;
    }
}
