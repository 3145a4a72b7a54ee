package io.github.liveliness.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads class files, and defines changed ones in a class loader of their own. */
final class ClassFiles {

    private ClassFiles() {}

    static byte[] of(Class<?> type) throws IOException {
        return named(type.getName().replace('.', '/'));
    }

    static byte[] named(String internalName) throws IOException {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return Objects.requireNonNull(stream, internalName).readAllBytes();
        }
    }

    static Class<?> define(String name, byte[] classFile) {
        return new ClassLoader(ClassFiles.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(name, classFile, 0, classFile.length);
            }
        }.define();
    }
}
