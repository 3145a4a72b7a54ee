package io.github.liveliness.agent;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Finds and rewrites executor classes outside the JDK, by the {@code execute(Runnable)} they declare. */
final class UserExecutors {

    private static final String EXECUTE = "execute";
    private static final String EXECUTE_DESCRIPTOR = "(Ljava/lang/Runnable;)V";
    private static final Set<String> EXECUTORS = Set.of(
            "java/util/concurrent/Executor",
            "java/util/concurrent/ExecutorService",
            "java/util/concurrent/ScheduledExecutorService");

    /** What runs the tests is not what is tested. */
    private static final List<String> TEST_ENGINES =
            List.of("org/junit/", "org/apache/maven/surefire/", "org/gradle/", "com/intellij/rt/");

    private static final @Nullable URL OURS = location(UserExecutors.class.getProtectionDomain());

    private UserExecutors() {}

    /** Asked of every class of the JVM: no stream, and no text is made. */
    static boolean mayBeRewritten(String name, @Nullable ClassLoader loader, @Nullable ProtectionDomain domain) {
        return loader != ClassLoader.getPlatformClassLoader() && !runsTests(name) && !isOurs(location(domain));
    }

    private static boolean runsTests(String name) {
        for (String engine : TEST_ENGINES) {
            if (name.startsWith(engine)) {
                return true;
            }
        }
        return false;
    }

    /** Whatever loader it came through: to ask whether URLs are equal may ask the network. */
    private static boolean isOurs(@Nullable URL location) {
        return location != null
                && OURS != null
                && location.getProtocol().equals(OURS.getProtocol())
                && location.getPath().equals(OURS.getPath());
    }

    /** Tells most classes from those that have such a method or call one, at the price of a look. */
    static boolean mightBeIn(byte[] classFile) {
        return ConstantPool.contains(classFile, EXECUTE_DESCRIPTOR) && ConstantPool.contains(classFile, EXECUTE);
    }

    /** Returns the class with its hooks, nothing if it gets none. */
    static Optional<byte[]> rewrite(byte[] classFile) {
        boolean isBase = isDirectExecutor(classFile);
        return HookWriter.write(classFile, (access, method, descriptor) -> {
            if ((access & Opcodes.ACC_STATIC) == 0 && method.equals(EXECUTE) && descriptor.equals(EXECUTE_DESCRIPTOR)) {
                return Optional.of(Hook.TASK_SUBMITTED);
            }
            return isBase && method.equals("<init>") ? Optional.of(Hook.EXECUTOR_MADE) : Optional.empty();
        });
    }

    /** Subclasses of {@code AbstractExecutorService} and of other executors are seen when that constructor runs. */
    private static boolean isDirectExecutor(byte[] classFile) {
        for (String implemented : new ClassReader(classFile).getInterfaces()) {
            if (EXECUTORS.contains(implemented)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable URL location(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
