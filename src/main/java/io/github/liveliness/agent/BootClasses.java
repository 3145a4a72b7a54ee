package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the classes of {@code agent.boot} where the JDK's own code can see them: into the bootstrap class loader.
 *
 * <p>They are defined there one by one. A jar appended to the boot path would do as well, but it makes the JVM print a
 * warning, give up its archive of shared classes, and needs a file that outlives us.
 *
 * <p>This runs before {@code main}, when the first lambda, stream or string concatenation costs milliseconds: hence loops.
 */
final class BootClasses {

    private static final String PACKAGE = "io.github.liveliness.agent.boot.";

    /** A method of the last of them. */
    private static final String CONCLUDED = "isConcluded";

    /** All that is put there; {@link Installation} comes last, as the sign of success. */
    static final List<String> NAMES = List.of(
            "ScopeMark",
            "Numbers",
            "Deadlines",
            "Joins",
            "Alarm",
            "HookedThread",
            "HookedThread$PerThread",
            "WalkedFrames",
            "WalkedFrames$Upmost",
            "CallSite",
            "CallSite$Nearest",
            "CallSite$StaticInitializer",
            "Dependents",
            "Dependents$Field",
            "VirtualThreadSchedulers",
            "HeldTasks",
            "HeldTasks$Fields",
            "PoolFields",
            "PoolFields$Fields",
            "Ending",
            "Ending$Kind",
            "Endings",
            "EndingRecorder",
            "SeenSubmission",
            "SubmissionRing",
            "CaptureBudget",
            "SeenExecutor",
            "UsedNumbers",
            "ExecutorTable",
            "HookGroup",
            "CallKind",
            "VirtualThreadCalls",
            "TaskHistory",
            "RecentVirtualThreads",
            "Worker",
            "WorkerTable",
            "Trial",
            "Trial$Call",
            "SeenCall",
            "CallRing",
            "SeenCalls",
            "BlockingHooks",
            "PointKind",
            "Choice",
            "Decider",
            "Conclusion",
            "Obstacle",
            "RunEnded",
            "RawParking",
            "ThreadRandom",
            "Owners",
            "ThreadTargets",
            "StandingTimers",
            "Turn",
            "HeldMonitors",
            "IdentityNumbers",
            "Recording",
            "VirtualClock",
            "Trace",
            "Trace$Step",
            "Trace$FirstOfUser",
            "ControlledThread",
            "ControlledThreads",
            "ControlledPools",
            "Candidates",
            "DeadEnds",
            "ControlledRun",
            "Leftovers",
            "ControlledCaller",
            "ControlHooks",
            "ControlCalls",
            "Hooks",
            "Installation");

    private BootClasses() {}

    /** Whether an agent, ours or another class loader's, has put them there. */
    static boolean arePresent() {
        return find(NAMES.get(NAMES.size() - 1), null).isPresent();
    }

    /**
     * Whether the agent that has put them there is done, with whatever outcome. The class there is asked itself: our own loader
     * may not look there yet, and would define one of its own.
     */
    static boolean areSetUp() {
        Optional<Class<?>> installation = find(NAMES.get(NAMES.size() - 1), null);
        try {
            return installation.isPresent()
                    && (boolean) installation.get().getMethod(CONCLUDED).invoke(null);
        } catch (ReflectiveOperationException | LinkageError notYet) {
            return false;
        }
    }

    /** Whether classes of this loader can call them; one that delegates selectively may hide them. */
    static boolean areSeenBy(ClassLoader loader) {
        Optional<Class<?>> hooks = find("Hooks", loader);
        return hooks.isPresent() && hooks.get().getClassLoader() == null;
    }

    static void define(Instrumentation instrumentation) throws ReflectiveOperationException, IOException {
        JavaBase.export(instrumentation, "jdk.internal.misc", BootClasses.class.getModule());
        Class<?> unsafeType = Class.forName("jdk.internal.misc.Unsafe");
        Object unsafe = unsafeType.getMethod("getUnsafe").invoke(null);
        Method define = unsafeType.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        for (String name : NAMES) {
            byte[] bytes = bytesOf(name);
            define.invoke(unsafe, PACKAGE.concat(name).replace('.', '/'), bytes, 0, bytes.length, null, null);
        }
        OwnModule.giveAway(instrumentation, PACKAGE.substring(0, PACKAGE.length() - 1));
    }

    /** Runs their static initialisers now, and not in the middle of whatever hook comes first. */
    static void initialize() throws ClassNotFoundException {
        for (String name : NAMES) {
            Class.forName(PACKAGE.concat(name), true, null);
        }
    }

    /** Those that our own class loader took from elsewhere; code of ours that uses them talks to nobody. */
    static List<String> strayed() {
        ClassLoader own = BootClasses.class.getClassLoader();
        List<String> strayed = new ArrayList<>();
        for (String name : NAMES) {
            Optional<Class<?>> found = find(name, own);
            if (found.isPresent() && found.get().getClassLoader() != null) {
                strayed.add(name);
            }
        }
        return strayed;
    }

    private static Optional<Class<?>> find(String name, @Nullable ClassLoader loader) {
        try {
            return Optional.of(Class.forName(PACKAGE.concat(name), false, loader));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** The class file of one of them. */
    static byte[] anyClassFile() throws IOException {
        return bytesOf(NAMES.get(0));
    }

    private static byte[] bytesOf(String name) throws IOException {
        String resource = "boot/".concat(name).concat(".class");
        try (InputStream stream = BootClasses.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException(resource + " is missing beside " + BootClasses.class.getName());
            }
            return stream.readAllBytes();
        }
    }
}
