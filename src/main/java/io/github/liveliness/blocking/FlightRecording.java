package io.github.liveliness.blocking;

import io.github.liveliness.blocking.RecordedEventTypes.Event;
import io.github.liveliness.model.BlockingCall.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Has the JVM's flight recorder write down who waits. */
final class FlightRecording implements AutoCloseable {

    /** Below that the recorder writes more than anybody wants to read. */
    private static final Duration LEAST = Duration.ofMillis(1);

    /** The first takes until its code is loaded, and its time is worth nothing. */
    private static final int MOMENTS = 3;

    /** As the JVM writes what it made of a lambda; whoever asks the class for its name is told a slash. */
    private static final Pattern HIDDEN = Pattern.compile("[.+](?=0x\\p{XDigit}+(\\.\\d+)?$)");

    private final Recording recording = new Recording();
    private final LongSupplier clock;
    private final Duration threshold;
    private final boolean besideHooks;

    /**
     * Begins to record.
     *
     * @param clock as {@link System#nanoTime()}
     * @param threshold from how long on a wait counts
     * @param besideHooks whether hooks see what hooks can
     */
    FlightRecording(LongSupplier clock, Duration threshold, boolean besideHooks) {
        this.clock = clock;
        this.threshold = threshold.compareTo(LEAST) < 0 ? LEAST : threshold;
        this.besideHooks = besideHooks;
        recording.setName("Liveliness");
        recording.enable(Moment.NAME);
        for (String type : besideHooks ? RecordedEventTypes.BESIDE_HOOKS : RecordedEventTypes.all()) {
            // From JDK 25 on some are left out where there are many.
            recording
                    .enable(type)
                    .withThreshold(this.threshold)
                    .withStackTrace()
                    .with("throttle", "off");
        }
        recording.start();
    }

    /** All that was recorded so far. */
    List<RecordedWait> read() throws IOException {
        markMoment();
        Path file = Files.createTempFile("liveliness", ".jfr");
        try {
            recording.dump(file);
            return waits(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    private void markMoment() {
        for (int time = 0; time < MOMENTS; time++) {
            Moment moment = new Moment();
            moment.begin();
            moment.nanoTime = clock.getAsLong();
            moment.commit();
        }
    }

    private List<RecordedWait> waits(List<RecordedEvent> events) {
        long offset = events.stream()
                .filter(event -> event.getEventType().getName().equals(Moment.NAME))
                .reduce((earlier, later) -> later)
                .map(moment -> moment.getLong(Moment.NANO_TIME) - nanos(moment.getStartTime()))
                .orElseThrow();
        List<RecordedWait> waits = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.hasField("stackTrace") && event.getDuration().compareTo(threshold) >= 0) {
                wait(event, offset).ifPresent(waits::add);
            }
        }
        return waits;
    }

    private Optional<RecordedWait> wait(RecordedEvent event, long offset) {
        RecordedStackTrace stack = event.getStackTrace();
        RecordedThread thread = event.getThread();
        if (stack == null || thread == null) {
            return Optional.empty();
        }
        List<StackTraceElement> frames =
                stack.getFrames().stream().map(FlightRecording::frame).toList();
        boolean virtual = thread.hasField("virtual") && thread.getBoolean("virtual");
        Event seen = new Event(event.getEventType().getName(), monitor(event), virtual, frames);
        return RecordedEventTypes.of(seen, besideHooks, Runtime.version().feature())
                .map(meaning -> new RecordedWait(
                        meaning.kind(),
                        meaning.bareName(),
                        thread.getJavaThreadId(),
                        Optional.ofNullable(thread.getJavaName()).orElse(""),
                        virtual || meaning.kind() == Kind.PINNED,
                        nanos(event.getStartTime()) + offset,
                        event.getDuration(),
                        frames,
                        !stack.isTruncated()));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static String monitor(RecordedEvent event) {
        return Optional.of(event)
                .filter(one -> one.hasField("monitorClass"))
                .map(one -> one.getClass("monitorClass"))
                .map(RecordedClass::getName)
                .orElse("");
    }

    private static StackTraceElement frame(RecordedFrame frame) {
        RecordedClass type = frame.getMethod().getType();
        String name = HIDDEN.matcher(type.getName()).replaceFirst("/");
        return new StackTraceElement(
                null,
                module(type),
                null,
                name,
                frame.getMethod().getName(),
                file(name),
                frame.isJavaFrame() ? frame.getLineNumber() : -1);
    }

    private static String module(RecordedClass type) {
        return part(type, "package")
                .flatMap(of -> part(of, "module"))
                .flatMap(of -> Optional.ofNullable(of.getString("name")))
                .orElse("");
    }

    private static Optional<RecordedObject> part(RecordedObject whole, String field) {
        return whole.hasField(field) ? Optional.ofNullable(whole.getValue(field)) : Optional.empty();
    }

    /** The recorder knows no files: this is where Java puts the class, and where people look for it. */
    private static String file(String type) {
        String outermost = type.replaceFirst("(?<=[^.])\\$.*", "");
        return outermost.substring(outermost.lastIndexOf('.') + 1) + ".java";
    }

    @Override
    public void close() {
        recording.close();
    }
}
