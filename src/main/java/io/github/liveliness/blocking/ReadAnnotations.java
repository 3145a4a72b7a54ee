package io.github.liveliness.blocking;

import java.lang.ref.WeakReference;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Asks the classes themselves, without initialising any; what cannot be read allows nothing. */
@API(status = API.Status.INTERNAL)
public final class ReadAnnotations implements Annotations {

    /** Nobody's class loader lives longer for having been asked. */
    private final WeakReference<ClassLoader> loader;

    private final ClassValue<Permissions> permissions;

    /**
     * Reads annotations with a class loader.
     *
     * @param loader the one that finds the users' classes
     * @param reason reads the reason of the annotation on an element, if it has one
     */
    public ReadAnnotations(ClassLoader loader, Function<AnnotatedElement, Optional<String>> reason) {
        this.loader = new WeakReference<>(loader);
        this.permissions = new ClassValue<>() {
            @Override
            protected Permissions computeValue(Class<?> type) {
                return Permissions.read(type, reason);
            }
        };
    }

    @Override
    public Optional<Permission> ofPackage(String type) {
        return permissions(type).flatMap(Permissions::ofPackage);
    }

    @Override
    public Optional<Permission> ofType(String type) {
        return permissions(type).flatMap(Permissions::ofType);
    }

    @Override
    public Optional<Permission> ofCodeAround(String type) {
        return permissions(type).flatMap(Permissions::ofCodeAround);
    }

    @Override
    public Optional<Permission> ofMethod(String type, String method) {
        return permissions(type).flatMap(found -> found.ofMethod(method));
    }

    @Override
    public Optional<Permission> ofConstructor(String type) {
        return permissions(type).flatMap(Permissions::ofConstructor);
    }

    @Override
    public List<Permission> in(String type) {
        return permissions(type).map(Permissions::own).orElse(List.of());
    }

    private Optional<Permissions> permissions(String type) {
        return Optional.ofNullable(loader.get())
                .flatMap(users -> find(type, users))
                .map(permissions::get);
    }

    /** A class loader that has been closed may throw anything. */
    private static Optional<Class<?>> find(String type, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(type, false, loader));
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }
}
