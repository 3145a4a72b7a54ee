package io.github.liveliness.jdk;

import java.util.Set;
import org.apiguardian.api.API;

/** The classes whose frames lie on a stack above whoever parked: those of the JDK, and ours where threads can be controlled. */
@API(status = API.Status.INTERNAL)
public final class ParkFrames {

    private static final Set<String> OF_THE_JDK =
            Set.of("jdk.internal.misc.Unsafe", "java.util.concurrent.locks.LockSupport");
    private static final String OURS = "io.github.liveliness.agent.boot.";

    /** Our frames call the JDK's by a method handle, which shows on the stacks of some JDKs, and in each dump. */
    private static final String OF_METHOD_HANDLES = "java.lang.invoke.";

    private ParkFrames() {}

    /** Whether the JDK parks in a method of this class. */
    public static boolean areOfTheJdk(String className) {
        return OF_THE_JDK.contains(className);
    }

    /** Whether such frames may lie between. */
    public static boolean liesBetween(String className) {
        return className.startsWith(OURS) || className.startsWith(OF_METHOD_HANDLES);
    }
}
