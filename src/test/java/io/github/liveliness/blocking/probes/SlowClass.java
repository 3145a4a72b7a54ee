package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A class that nobody has used yet. Its initialiser runs for as long as is wanted. Public for the copies of what is in it. */
public final class SlowClass {
    private static final ThreadLocal<Runnable> STAY = ThreadLocal.withInitial(() -> () -> {});

    private final Runnable user;

    private SlowClass(Runnable user) {
        this.user = user;
    }

    /** Loaded anew each time: a class is initialised once. */
    static final class Slow {
        static {
            SlowClass.stay();
        }

        private Slow() {}

        static void use() {}
    }

    /** Loaded beside it. */
    public static final class User implements Runnable {
        @Override
        public void run() {
            Slow.use();
        }
    }

    /** As it is while another thread initialises it. */
    record Initialised(SlowClass type, Holder holder) {}

    static SlowClass untouched(Surroundings here) throws IOException, ReflectiveOperationException {
        Class<?> user = new FreshLoader().loadClass(User.class.getName());
        return new SlowClass((Runnable) user.getConstructor().newInstance());
    }

    static Initialised initialised(Surroundings here) throws Exception {
        SlowClass type = untouched(here);
        return new Initialised(type, Holder.of(here, type::initialise));
    }

    /** Called by the initialiser. */
    public static void stay() {
        STAY.get().run();
    }

    /** Uses it, and first initialises it, which takes as long as this. */
    void initialise(Runnable stay) {
        STAY.set(stay);
        try {
            use();
        } finally {
            STAY.remove();
        }
    }

    /** Waits for whoever is initialising it. */
    void use() {
        user.run();
    }

    private static final class FreshLoader extends ClassLoader {
        private final Map<String, byte[]> own;

        FreshLoader() throws IOException {
            super(SlowClass.class.getClassLoader());
            own = Map.of(Slow.class.getName(), bytes(Slow.class), User.class.getName(), bytes(User.class));
        }

        private static byte[] bytes(Class<?> type) throws IOException {
            String file = "/" + type.getName().replace('.', '/') + ".class";
            try (InputStream stream = SlowClass.class.getResourceAsStream(file)) {
                return stream.readAllBytes();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!own.containsKey(name)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                byte[] bytes = own.get(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        }
    }
}
