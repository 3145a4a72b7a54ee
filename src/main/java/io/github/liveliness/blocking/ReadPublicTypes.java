package io.github.liveliness.blocking;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Asks this JVM's own classes, without initialising any. */
final class ReadPublicTypes implements PublicTypes {

    /** Names alone, and only of the JDK: it stays small, and holds no class. */
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    @Override
    public Optional<String> of(String type, String method) {
        return known.computeIfAbsent(type + "#" + method, key -> read(type, method));
    }

    private static Optional<String> read(String type, String method) {
        try {
            Class<?> owner = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
            return isPublic(owner)
                    ? Optional.of(type)
                    : inherited(owner, method).map(Class::getName);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers())) {
                return false;
            }
        }
        return type.getModule().isExported(type.getPackageName());
    }

    private static Optional<Class<?>> inherited(Class<?> type, String method) {
        return parents(type)
                .filter(parent -> isPublic(parent) && declares(parent, method))
                .findFirst()
                .or(() -> parents(type)
                        .flatMap(parent -> inherited(parent, method).stream())
                        .findFirst());
    }

    private static Stream<Class<?>> parents(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    }

    private static boolean declares(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(declared -> declared.getName().equals(method)
                        && (Modifier.isPublic(declared.getModifiers())
                                || Modifier.isProtected(declared.getModifiers())));
    }
}
