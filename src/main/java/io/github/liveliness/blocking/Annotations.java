package io.github.liveliness.blocking;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Knows what annotations in the users' code allow; empty where none does. */
@API(status = API.Status.INTERNAL)
public interface Annotations {

    /** The permission on the package of a class. */
    Optional<Permission> ofPackage(String type);

    /** The permission on a class itself; classes around it are asked by themselves. */
    Optional<Permission> ofType(String type);

    /** The permission on the method or constructor that a class stands in. */
    Optional<Permission> ofCodeAround(String type);

    /** The permission on a method of a class, or on one of its overloads. */
    Optional<Permission> ofMethod(String type, String method);

    /** The permission on one of a class's constructors. */
    Optional<Permission> ofConstructor(String type);

    /** All that stand in a class: on itself, its constructors and its methods. */
    List<Permission> in(String type);
}
