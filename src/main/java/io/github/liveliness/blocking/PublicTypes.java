package io.github.liveliness.blocking;

import java.util.Optional;

/** Knows under which of the JDK's public types people call a method. */
interface PublicTypes {

    /**
     * The type itself if it is public, else the public type that it inherits the method from, else empty.
     *
     * @param type a class of the JDK, as a frame names it: "sun.nio.ch.SelectorImpl"
     * @param method the method's name, or {@code <init>}: "select"
     * @return as {@link Class#getName}: "java.nio.channels.Selector"
     */
    Optional<String> of(String type, String method);
}
