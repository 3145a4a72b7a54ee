package io.github.liveliness.blocking;

import java.lang.ref.WeakReference;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Asks the classes themselves, without initialising any; what cannot be read allows nothing. */
@API(status = API.Status.INTERNAL)
public final class ReadAnnotations implements Annotations {

    /** Nobody's class loader lives longer for having been asked. */
    private final WeakReference<ClassLoader> loader;

    private final ClassValue<Reasons> reasons;

    /**
     * Reads annotations with a class loader.
     *
     * @param loader the one that finds the users' classes
     * @param reason reads the reason of the annotation on an element, if it has one
     */
    public ReadAnnotations(ClassLoader loader, Function<AnnotatedElement, Optional<String>> reason) {
        this.loader = new WeakReference<>(loader);
        this.reasons = new ClassValue<>() {
            @Override
            protected Reasons computeValue(Class<?> type) {
                return Reasons.read(type, reason);
            }
        };
    }

    @Override
    public Optional<String> ofPackage(String type) {
        return reasons(type).flatMap(Reasons::ofPackage);
    }

    @Override
    public Optional<String> ofType(String type) {
        return reasons(type).flatMap(Reasons::ofType);
    }

    @Override
    public Optional<String> ofMethod(String type, String method) {
        return reasons(type).flatMap(found -> found.ofMethod(method));
    }

    @Override
    public Optional<String> ofConstructor(String type) {
        return reasons(type).flatMap(Reasons::ofConstructor);
    }

    private Optional<Reasons> reasons(String type) {
        return Optional.ofNullable(loader.get())
                .flatMap(users -> find(type, users))
                .map(reasons::get);
    }

    private static Optional<Class<?>> find(String type, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(type, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
