package io.github.liveliness.pressure;

import io.github.liveliness.testing.LateSignals;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Loads libraries of its own from the class path, each class after a while. */
final class SlowDisk extends ClassLoader {
    private static final String LIBRARIES = "com.google.";

    private final Duration delay;

    SlowDisk(Duration delay) {
        super(SlowDisk.class.getClassLoader());
        this.delay = delay;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(LIBRARIES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? read(name) : loaded;
        }
    }

    private Class<?> read(String name) throws ClassNotFoundException {
        LateSignals.sleep(delay);
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
