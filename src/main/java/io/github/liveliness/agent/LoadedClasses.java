package io.github.liveliness.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/** The classes that have to be rewritten though they are loaded already. */
final class LoadedClasses {

    private final Instrumentation instrumentation;
    private final RewritingTransformer transformer;
    private final List<Class<?>> ofTheJdk = new ArrayList<>();
    private final List<Class<?>> ofUsers = new ArrayList<>();

    private LoadedClasses(Instrumentation instrumentation, RewritingTransformer transformer) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
    }

    /** Those that concern a transformer, which from now on rewrites what is being loaded. */
    static LoadedClasses withNewOnesLeftTo(RewritingTransformer transformer, Instrumentation instrumentation) {
        // Loaded before it is asked about the class that is being loaded, which would else be itself.
        UserExecutors.mayBeRewritten("", null, null);
        instrumentation.addTransformer(transformer, true);
        LoadedClasses loaded = new LoadedClasses(instrumentation, transformer);
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (transformer.concerns(each) && instrumentation.isModifiableClass(each)) {
                (each.getClassLoader() == null ? loaded.ofTheJdk : loaded.ofUsers).add(each);
            }
        }
        return loaded;
    }

    List<Class<?>> ofTheJdk() {
        return ofTheJdk;
    }

    List<Class<?>> ofUsers() {
        return ofUsers;
    }

    List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>(ofTheJdk);
        all.addAll(ofUsers);
        return all;
    }

    /** All at a time: each time stops the JVM, and goes through all its classes. Where one is refused, all are. */
    void rewriteTogether(List<Class<?>> classes) throws UnmodifiableClassException {
        instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
    }

    /** As many as can be: one that cannot be linked, for what it needs is missing, is none that a test uses. */
    void rewriteEach(List<Class<?>> classes) {
        try {
            rewriteTogether(classes);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError oneRefused) {
            for (Class<?> each : classes) {
                rewrite(each);
            }
        }
    }

    private void rewrite(Class<?> loaded) {
        try {
            rewriteTogether(List.of(loaded));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError refused) {
            transformer.cannotRewrite(RewritingTransformer.internalName(loaded), refused);
        }
    }
}
