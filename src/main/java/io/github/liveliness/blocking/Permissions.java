package io.github.liveliness.blocking;

import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The permissions that annotations in one class give, and those around it: texts alone, so that whoever keeps them keeps no
 * class.
 *
 * @param ofCodeAround that of the method or constructor that the class stands in
 * @param ofConstructor the first that a constructor has
 * @param ofMethods by the methods' names, in their order, for each the first that an overload has
 */
record Permissions(
        Optional<Permission> ofPackage,
        Optional<Permission> ofType,
        Optional<Permission> ofCodeAround,
        Optional<Permission> ofConstructor,
        Map<String, Permission> ofMethods) {

    static Permissions read(Class<?> type, Function<AnnotatedElement, Optional<String>> reason) {
        String name = type.getName();
        return new Permissions(
                first(() -> Stream.ofNullable(type.getPackage()), reason)
                        .map(found -> new Permission(type.getPackageName(), found)),
                first(() -> Stream.of(type), reason).map(found -> new Permission(name, found)),
                around(type, reason),
                first(() -> Arrays.stream(type.getDeclaredConstructors()), reason)
                        .map(found -> Permission.onConstructor(name, found)),
                ofMethods(type, reason));
    }

    Optional<Permission> ofMethod(String name) {
        return Optional.ofNullable(ofMethods.get(name));
    }

    /** Those that stand in the class. */
    List<Permission> own() {
        return Stream.of(ofType.stream(), ofConstructor.stream(), ofMethods.values().stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static Optional<Permission> around(Class<?> type, Function<AnnotatedElement, Optional<String>> reason) {
        return readable(
                () -> Stream.<Executable>of(type.getEnclosingMethod(), type.getEnclosingConstructor())
                        .filter(Objects::nonNull)
                        .flatMap(code -> reason.apply(code).map(found -> on(code, found)).stream())
                        .findFirst(),
                Optional.empty());
    }

    private static Permission on(Executable code, String reason) {
        String type = code.getDeclaringClass().getName();
        return code instanceof Method
                ? Permission.onMethod(type, code.getName(), reason)
                : Permission.onConstructor(type, reason);
    }

    private static Map<String, Permission> ofMethods(
            Class<?> type, Function<AnnotatedElement, Optional<String>> reason) {
        Map<String, Permission> permissions = new TreeMap<>();
        for (Method method : readable(type::getDeclaredMethods, new Method[0])) {
            first(() -> Stream.of(method), reason)
                    .ifPresent(found -> permissions.putIfAbsent(
                            method.getName(), Permission.onMethod(type.getName(), method.getName(), found)));
        }
        return permissions;
    }

    private static Optional<String> first(
            Supplier<Stream<AnnotatedElement>> elements, Function<AnnotatedElement, Optional<String>> reason) {
        return readable(
                () -> elements.get()
                        .flatMap(element -> reason.apply(element).stream())
                        .findFirst(),
                Optional.empty());
    }

    /** A class may name others that are missing, or have changed since; that must not cost the report. */
    private static <T> T readable(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (LinkageError | InternalError | AnnotationFormatError | RuntimeException e) {
            return otherwise;
        }
    }
}
