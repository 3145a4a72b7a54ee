package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.util.HashSet;
import java.util.Set;

/**
 * Methods of one class of the JDK that may block, with all their overloads, save native ones.
 *
 * @param type the internal name of the class
 * @param methods those that every JDK has
 * @param inSome those that some JDKs lack, or have as native methods
 * @param byChannel whether they block only where the channel, on which they are called, is in that mode
 * @param everywhere whether the JDKs of all systems have the class
 * @param since the first JDK that has the class
 */
record BlockingPoint(
        String type,
        CallKind kind,
        Set<String> methods,
        Set<String> inSome,
        boolean byChannel,
        boolean everywhere,
        int since) {

    private static final int ALWAYS = 0;

    BlockingPoint {
        methods = Set.copyOf(methods);
        inSome = Set.copyOf(inSome);
    }

    static BlockingPoint of(String type, CallKind kind, String... methods) {
        return new BlockingPoint(type, kind, Set.of(methods), Set.of(), false, true, ALWAYS);
    }

    static BlockingPoint ofChannel(String type, CallKind kind, String... methods) {
        return new BlockingPoint(type, kind, Set.of(methods), Set.of(), true, true, ALWAYS);
    }

    BlockingPoint andInSome(String... more) {
        return new BlockingPoint(type, kind, methods, Set.of(more), byChannel, everywhere, since);
    }

    BlockingPoint onSomeSystems() {
        return new BlockingPoint(type, kind, methods, inSome, byChannel, false, since);
    }

    BlockingPoint since(int jdk) {
        return new BlockingPoint(type, kind, methods, inSome, byChannel, everywhere, jdk);
    }

    boolean isInThisJdk() {
        return since <= Runtime.version().feature();
    }

    boolean includes(String method) {
        return methods.contains(method) || inSome.contains(method);
    }

    /** Those that every JDK has, save these. */
    Set<String> without(Set<String> found) {
        Set<String> missing = new HashSet<>(methods);
        missing.removeAll(found);
        return missing;
    }

    /** One of its methods, as people write it. */
    String named(String method) {
        return type.replace('/', '.') + '.' + method;
    }
}
