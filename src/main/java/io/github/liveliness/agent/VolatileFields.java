package io.github.liveliness.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Which fields of classes are volatile, read from the class files that one class loader finds; no class is loaded for it. */
final class VolatileFields {

    private final ClassLoader loader;
    private final Map<String, Set<String>> known = new HashMap<>();

    VolatileFields(ClassLoader loader) {
        this.loader = loader;
    }

    boolean include(String type, String field) {
        return !type.startsWith("java/")
                && known.computeIfAbsent(type, this::read).contains(field);
    }

    private Set<String> read(String type) {
        Set<String> names = new HashSet<>();
        try (InputStream stream = loader.getResourceAsStream(type + ".class")) {
            if (stream != null) {
                new ClassReader(stream)
                        .accept(
                                new Fields(names),
                                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException | RuntimeException unreadable) {
            names.clear();
        }
        return names;
    }

    private static final class Fields extends ClassVisitor {

        private final Set<String> names;

        Fields(Set<String> names) {
            super(ControlWriter.API);
            this.names = names;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, String signature, Object value) {
            if ((access & Opcodes.ACC_VOLATILE) != 0) {
                names.add(name);
            }
            return null;
        }
    }
}
