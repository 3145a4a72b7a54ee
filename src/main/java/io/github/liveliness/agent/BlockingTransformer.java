package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.CallKind;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes hooks around tasks, and around what may block in them. It comes when the first test asks for it, since it concerns
 * classes that every JVM uses all the time.
 */
final class BlockingTransformer implements ClassFileTransformer {

    private final Consumer<String> notes;

    BlockingTransformer(Consumer<String> notes) {
        this.notes = notes;
    }

    /** Rewrites what is loaded, and from now on what is being loaded. */
    void install(Instrumentation instrumentation) throws IOException, UnmodifiableClassException {
        loadWhatWrites(BootClasses.anyClassFile());
        instrumentation.addTransformer(this, true);
        List<Class<?>> ofTheJdk = new ArrayList<>();
        List<Class<?>> ofUsers = new ArrayList<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (concerns(each) && instrumentation.isModifiableClass(each)) {
                (each.getClassLoader() == null ? ofTheJdk : ofUsers).add(each);
            }
        }
        // All at a time: each time stops the JVM, and goes through all its classes.
        instrumentation.retransformClasses(ofTheJdk.toArray(Class<?>[]::new));
        ofUsers.forEach(each -> retransform(each, instrumentation));
    }

    /** One that cannot be linked, for what it needs is missing, is none that a test uses. */
    private void retransform(Class<?> ofUser, Instrumentation instrumentation) {
        try {
            instrumentation.retransformClasses(ofUser);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError refused) {
            notes.accept("Sleeps and waits in " + ofUser.getName() + " are not seen: " + refused);
        }
    }

    /**
     * A class that is loaded while another is rewritten is rewritten itself, and must not need what is being loaded. So
     * everything that writes is loaded first.
     */
    private static void loadWhatWrites(byte[] anyClassFile) {
        BlockingWriter.write(anyClassFile, List.of(BlockingPoint.of("", CallKind.SLEEP, "<init>")), missing -> {});
        TaskWriter.write(anyClassFile, "<init>");
        BlockingTable.of("");
        UserWaits.rewrite(anyClassFile);
    }

    boolean concerns(Class<?> loaded) {
        String name = loaded.getName().replace('.', '/');
        if (loaded.getClassLoader() == null) {
            return BlockingTable.types().contains(name) || TaskWriter.concerns(name);
        }
        return UserWaits.areNative()
                && !loaded.isHidden()
                && !loaded.isArray()
                && UserWaits.isOfTheProject(loaded.getProtectionDomain())
                && UserExecutors.mayBeRewritten(name, loaded.getClassLoader(), loaded.getProtectionDomain())
                && UserWaits.mightBeIn(loaded);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (name == null) {
            return null;
        }
        try {
            return (loader == null ? rewriteJdk(name, classFile) : rewriteUser(loader, name, domain, classFile))
                    .orElse(null);
        } catch (Throwable failed) {
            notes.accept("Blocking calls in " + name.replace('/', '.') + " are not seen: " + failed);
            return null;
        }
    }

    private Optional<byte[]> rewriteJdk(String name, byte[] classFile) {
        if (TaskWriter.concerns(name)) {
            return Optional.of(TaskWriter.rewrite(name, classFile));
        }
        List<BlockingPoint> points = BlockingTable.of(name);
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(BlockingWriter.write(
                        classFile,
                        points,
                        method -> notes.accept("This JDK has no " + name.replace('/', '.') + '.' + method
                                + "; what blocks in it is not seen.")));
    }

    private static Optional<byte[]> rewriteUser(
            ClassLoader loader, String name, @Nullable ProtectionDomain domain, byte[] classFile) {
        return UserWaits.areNative()
                        && UserWaits.mightBeIn(classFile)
                        && UserExecutors.mayBeRewritten(name, loader, domain)
                        && BootClasses.areSeenBy(loader)
                ? UserWaits.rewrite(classFile)
                : Optional.empty();
    }
}
