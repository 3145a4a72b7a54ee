package io.github.liveliness.pressure;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** A java agent that lets the wall clock of a JVM be stepped, in all classes, the JDK's too. */
public final class WallClock {
    /** How many milliseconds it is ahead. Every class may read a system property, the JDK's too. */
    static final String AHEAD = "pressure.wall-clock-ahead";

    private WallClock() {}

    static void stepTo(Duration ahead) {
        System.setProperty(AHEAD, String.valueOf(ahead.toMillis()));
    }

    /** Writes the jar of the agent, which finds its classes on the class path. */
    static Path agentIn(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", WallClock.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve("wall-clock.jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
        return jar;
    }

    public static void premain(String none, Instrumentation instrumentation) throws UnmodifiableClassException {
        instrumentation.addTransformer(new Transformer(), true);
        instrumentation.retransformClasses(Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(instrumentation::isModifiableClass)
                .filter(type -> !type.isArray() && !type.isHidden())
                .toArray(Class<?>[]::new));
    }

    private static final class Transformer implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
            if (name == null || name.startsWith("org/objectweb/asm/")) {
                return null;
            }
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            ClockRewriter rewriter = new ClockRewriter(writer, name);
            reader.accept(rewriter, 0);
            return rewriter.hasRewritten() ? writer.toByteArray() : null;
        }
    }
}
