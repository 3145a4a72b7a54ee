package io.github.liveliness.watch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** A dump of all threads, virtual ones too where the JVM can show them (JDK 21 and later). */
@API(status = API.Status.INTERNAL)
public final class ThreadDump {
    private ThreadDump() {}

    /** All threads with their frames, what they wait for and who holds it, as text. */
    public static String take() {
        StringBuilder text = new StringBuilder(16_384);
        for (ThreadInfo info : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, Integer.MAX_VALUE)) {
            append(info, text);
        }
        virtualThreads()
                .ifPresent(dump -> text.append("All threads, as the JVM's own dump shows them\n\n")
                        .append(dump));
        return text.toString();
    }

    private static void append(ThreadInfo info, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "\"%s\" #%d%s %s",
                info.getThreadName(),
                info.getThreadId(),
                info.isDaemon() ? " daemon" : "",
                info.getThreadState()));
        if (info.getLockInfo() != null) {
            text.append(" on ").append(info.getLockInfo());
        }
        if (info.getLockOwnerName() != null) {
            text.append(" held by \"").append(info.getLockOwnerName()).append('"');
        }
        text.append('\n');
        for (StackTraceElement frame : info.getStackTrace()) {
            text.append("    at ").append(frame).append('\n');
        }
        text.append('\n');
    }

    /** The JVM's own dump has the virtual threads; its call came with JDK 21, so it is looked up by name. */
    private static Optional<String> virtualThreads() {
        try {
            Class<?> beanType = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
            Class<?> formats = Class.forName("com.sun.management.HotSpotDiagnosticMXBean$ThreadDumpFormat");
            Method dump = beanType.getMethod("dumpThreads", String.class, formats);
            Object bean = ManagementFactory.getPlatformMXBean(
                    beanType.asSubclass(java.lang.management.PlatformManagedObject.class));
            Path folder = Files.createTempDirectory("liveliness");
            Path file = folder.resolve("threads.txt");
            try {
                dump.invoke(
                        bean, file.toString(), formats.getField("TEXT_PLAIN").get(null));
                return Optional.of(Files.readString(file));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (ReflectiveOperationException | IOException | RuntimeException notOnThisJvm) {
            return Optional.empty();
        }
    }
}
