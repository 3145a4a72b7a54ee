package io.github.liveliness.blocking;

import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The reasons that annotations in one class give: texts alone, so that whoever keeps them keeps no class.
 *
 * @param ofType that of the class, else of the method or constructor that it stands in
 * @param ofConstructor the first that a constructor has
 * @param ofMethods by the methods' names, for each the first that an overload has
 */
record Reasons(
        Optional<String> ofPackage,
        Optional<String> ofType,
        Optional<String> ofConstructor,
        Map<String, String> ofMethods) {
    Reasons {
        ofMethods = Map.copyOf(ofMethods);
    }

    static Reasons read(Class<?> type, Function<AnnotatedElement, Optional<String>> reason) {
        return new Reasons(
                first(() -> Stream.ofNullable(type.getPackage()), reason),
                first(() -> Stream.of(type), reason)
                        .or(() -> first(() -> Stream.ofNullable(type.getEnclosingMethod()), reason))
                        .or(() -> first(() -> Stream.ofNullable(type.getEnclosingConstructor()), reason)),
                first(() -> Arrays.stream(type.getDeclaredConstructors()), reason),
                ofMethods(type, reason));
    }

    Optional<String> ofMethod(String name) {
        return Optional.ofNullable(ofMethods.get(name));
    }

    private static Map<String, String> ofMethods(Class<?> type, Function<AnnotatedElement, Optional<String>> reason) {
        Map<String, String> reasons = new HashMap<>();
        for (Method method : readable(type::getDeclaredMethods, new Method[0])) {
            first(() -> Stream.of(method), reason).ifPresent(found -> reasons.putIfAbsent(method.getName(), found));
        }
        return reasons;
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
