package io.github.liveliness.agent;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of the project in which {@code @AllowBlocking} stands, by their names alone: which of them have allowed nothing is
 * told when all tests are over. May be called from any thread.
 */
final class AnnotatedClasses {

    /** As class files write it; the agent does not know what users write. */
    static final String ANNOTATION = "Lio/github/liveliness/AllowBlocking;";

    private static final int MOST = 10_000;
    private static final String PACKAGE = "package-info";

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** Takes note of a class of the project if the annotation stands in it; on packages they are loaded only where one asks. */
    void look(String name, byte[] classFile) {
        if (names.size() < MOST && !name.endsWith(PACKAGE) && ConstantPool.contains(classFile, ANNOTATION)) {
            names.add(name.replace('/', '.'));
        }
    }

    /** What was noted so far, and what will be. */
    Set<String> names() {
        return Collections.unmodifiableSet(names);
    }
}
