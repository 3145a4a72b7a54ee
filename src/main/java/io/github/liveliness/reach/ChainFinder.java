package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the way from who could wake a thread to what it waits for into words. */
final class ChainFinder {
    private final Heap heap;
    private final Cast cast;

    ChainFinder(Heap heap, Cast cast) {
        this.heap = heap;
        this.cast = cast;
    }

    Optional<Chain> chain(List<Root> roots, Collection<Gate> shut, Set<Integer> goals) {
        return new Shortest(heap, shut).way(roots, goals).map(way -> words(roots, way));
    }

    /** The chain of a thread that only has to go on. */
    Chain awaited(int thread) {
        return new Chain(thread(thread), List.of(), "what it has to leave or to end");
    }

    private Chain words(List<Root> roots, List<Integer> way) {
        Root first = roots.stream()
                .filter(root -> root.object() == way.get(0))
                .findFirst()
                .orElseThrow();
        List<String> steps = new ArrayList<>();
        for (int index = 1; index < way.size(); index++) {
            steps.add(step(way.get(index - 1), way.get(index)));
        }
        return new Chain(holder(first), steps, type(way.get(way.size() - 1)));
    }

    private String holder(Root root) {
        if (root instanceof Root.StaticField held) {
            return "static field " + held.className() + '.' + held.field();
        }
        if (root instanceof Root.OfClass held) {
            return "class " + held.className() + ", " + held.part();
        }
        if (root instanceof Root.OfThread held) {
            return thread(held.thread());
        }
        return root instanceof Root.Stack held ? holder(held) : "the JVM";
    }

    private String holder(Root.Stack held) {
        return cast.threads().stream()
                .filter(thread -> thread.serial() == held.threadSerial())
                .findFirst()
                .map(thread -> holder(thread, held.frame()))
                .orElse("a thread");
    }

    private String holder(HeapThread thread, int frame) {
        boolean framed = frame >= 0 && frame < thread.stack().size();
        return thread(thread.object()) + (framed ? " in " + words(thread.stack().get(frame)) : "");
    }

    private static String words(HeapFrame frame) {
        return frame.className() + '.' + frame.method();
    }

    private String thread(int thread) {
        return "thread '" + cast.name(thread) + "'";
    }

    private String step(int from, int to) {
        return heap.classOf(from)
                .flatMap(type -> type.fields().stream()
                        .filter(field ->
                                field.type() == FieldType.REFERENCE && heap.reference(from, field.offset()) == to)
                        .findFirst()
                        .map(field -> type.name() + '.' + field.name()))
                .orElse("an array");
    }

    private String type(int object) {
        return heap.classOf(object).map(HeapClass::name).orElse("an array");
    }
}
