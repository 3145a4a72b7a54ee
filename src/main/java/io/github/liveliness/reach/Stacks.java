package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stacks of a dump's threads. */
final class Stacks {
    private final Texts texts;
    private final Map<Integer, Long> classNamesBySerial;
    private final Map<Long, Frame> frames = new HashMap<>();
    private final Map<Integer, long[]> traces = new HashMap<>();

    private record Frame(int classSerial, long methodName) {}

    Stacks(Texts texts, Map<Integer, Long> classNamesBySerial) {
        this.texts = texts;
        this.classNamesBySerial = classNamesBySerial;
    }

    void frame(Cursor cursor) {
        long identifier = cursor.identifier();
        long methodName = cursor.identifier();
        cursor.identifier();
        cursor.identifier();
        frames.put(identifier, new Frame(cursor.integer(), methodName));
    }

    void trace(Cursor cursor) {
        int serial = cursor.integer();
        cursor.integer();
        long[] trace = new long[cursor.integer()];
        for (int index = 0; index < trace.length; index++) {
            trace[index] = cursor.identifier();
        }
        traces.put(serial, trace);
    }

    List<HeapThread> threads(RootRecords roots, ObjectTable objects) {
        Map<Integer, List<Root.Stack>> held = new HashMap<>();
        for (RootRecords.OnStack root : roots.onStacks()) {
            held.computeIfAbsent(root.threadSerial(), serial -> new ArrayList<>())
                    .add(new Root.Stack(objects.find(root.identifier()), root.threadSerial(), root.frame()));
        }
        return roots.threads().stream()
                .map(thread -> new HeapThread(
                        thread.serial(),
                        objects.find(thread.identifier()),
                        stack(thread.traceSerial()),
                        held.getOrDefault(thread.serial(), List.of())))
                .toList();
    }

    private List<HeapFrame> stack(int traceSerial) {
        List<HeapFrame> stack = new ArrayList<>();
        for (long identifier : traces.getOrDefault(traceSerial, new long[0])) {
            Frame frame = frames.get(identifier);
            if (frame != null) {
                long className = classNamesBySerial.getOrDefault(frame.classSerial, 0L);
                stack.add(new HeapFrame(ClassTable.dotted(texts.of(className)), texts.of(frame.methodName)));
            }
        }
        return stack;
    }
}
