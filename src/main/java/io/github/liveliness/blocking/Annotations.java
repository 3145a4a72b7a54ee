package io.github.liveliness.blocking;

import java.util.Optional;
import org.apiguardian.api.API;

/** Knows the reasons for which annotations in the users' code allow it to block; empty where none does. */
@API(status = API.Status.INTERNAL)
public interface Annotations {

    /** The reason on the package of a class. */
    Optional<String> ofPackage(String type);

    /** The reason on a class itself, or on the method that it stands in; classes around it are asked by themselves. */
    Optional<String> ofType(String type);

    /** The reason on a method of a class, or on one of its overloads. */
    Optional<String> ofMethod(String type, String method);

    /** The reason on one of a class's constructors. */
    Optional<String> ofConstructor(String type);
}
