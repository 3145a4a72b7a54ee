package io.github.liveliness.reach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The roots of a dump, as they come; their objects are looked up once all are known. */
final class RootRecords {
    private static final int NO_FRAME = -1;

    private final List<Long> ofAnybody = new ArrayList<>();
    private final List<OnStack> onStacks = new ArrayList<>();
    private final List<OfThread> threads = new ArrayList<>();

    /**
     * What a frame holds.
     *
     * @param identifier of the object
     * @param threadSerial of the thread
     * @param frame the number of the frame, or -1
     */
    record OnStack(long identifier, int threadSerial, int frame) {}

    /**
     * A thread.
     *
     * @param identifier of its {@code Thread}
     * @param serial of the thread
     * @param traceSerial of its stack
     */
    record OfThread(long identifier, int serial, int traceSerial) {}

    void add(int tag, Cursor cursor) throws IOException {
        long identifier = cursor.identifier();
        switch (tag) {
            case HprofRecord.ROOT_JNI_GLOBAL -> {
                ofAnybody.add(identifier);
                cursor.identifier();
            }
            case HprofRecord.ROOT_JNI_LOCAL, HprofRecord.ROOT_JAVA_FRAME ->
                onStacks.add(new OnStack(identifier, cursor.integer(), cursor.integer()));
            case HprofRecord.ROOT_NATIVE_STACK, HprofRecord.ROOT_THREAD_BLOCK ->
                onStacks.add(new OnStack(identifier, cursor.integer(), NO_FRAME));
            case HprofRecord.ROOT_THREAD -> threads.add(new OfThread(identifier, cursor.integer(), cursor.integer()));
            case HprofRecord.ROOT_UNKNOWN, HprofRecord.ROOT_STICKY_CLASS -> ofAnybody.add(identifier);
            case HprofRecord.ROOT_MONITOR_USED -> {
                // No way to the object: who is in a monitor, or waits on it, holds it on a stack as well.
            }
            default -> throw new IOException("not a heap dump that we know: it holds a record of type " + tag);
        }
    }

    List<OfThread> threads() {
        return threads;
    }

    List<OnStack> onStacks() {
        return onStacks;
    }

    List<Root> resolve(ObjectTable objects) {
        return ofAnybody.stream()
                .<Root>map(identifier -> new Root.Anybody(objects.find(identifier)))
                .toList();
    }
}
