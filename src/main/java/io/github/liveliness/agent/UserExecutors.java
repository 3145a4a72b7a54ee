package io.github.liveliness.agent;

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

    private static final Optional<String> OURS = source(UserExecutors.class.getProtectionDomain());

    private UserExecutors() {}

    static boolean mayBeRewritten(String name, @Nullable ClassLoader loader, @Nullable ProtectionDomain domain) {
        return loader != ClassLoader.getPlatformClassLoader()
                && TEST_ENGINES.stream().noneMatch(name::startsWith)
                && !(domain != null && OURS.isPresent() && OURS.equals(source(domain)));
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

    private static Optional<String> source(ProtectionDomain domain) {
        return Optional.ofNullable(domain.getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString);
    }
}
