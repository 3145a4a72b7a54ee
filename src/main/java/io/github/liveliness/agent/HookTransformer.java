package io.github.liveliness.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides which classes get hooks; one that cannot be rewritten stays as it is and is noted. */
final class HookTransformer implements ClassFileTransformer {

    private final Map<String, List<HookPoint>> table =
            HookTable.forJdk(Runtime.version().feature());
    private final Consumer<String> notes;

    HookTransformer(Consumer<String> notes) {
        this.notes = notes;
    }

    /** Whether a class that is loaded already has to be rewritten. */
    boolean concerns(Class<?> loaded) {
        return loaded.getClassLoader() == null
                ? table.containsKey(loaded.getName().replace('.', '/'))
                : Executor.class.isAssignableFrom(loaded)
                        && !loaded.isHidden()
                        && UserExecutors.mayBeRewritten(
                                loaded.getName().replace('.', '/'),
                                loaded.getClassLoader(),
                                loaded.getProtectionDomain());
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
            return rewrite(loader, name, domain, classFile).orElse(null);
        } catch (Throwable failed) {
            notes.accept(name.replace('/', '.') + " gets no hooks: " + failed);
            return null;
        }
    }

    private Optional<byte[]> rewrite(
            @Nullable ClassLoader loader, String name, @Nullable ProtectionDomain domain, byte[] classFile) {
        if (loader == null) {
            List<HookPoint> points = table.get(name);
            return points == null ? Optional.empty() : rewriteJdk(points, classFile);
        }
        return UserExecutors.mightBeIn(classFile) && UserExecutors.mayBeRewritten(name, loader, domain)
                ? rewriteUser(loader, name, classFile)
                : Optional.empty();
    }

    private Optional<byte[]> rewriteUser(ClassLoader loader, String name, byte[] classFile) {
        Optional<byte[]> rewritten = UserExecutors.rewrite(classFile);
        if (rewritten.isPresent() && !BootClasses.areSeenBy(loader)) {
            notes.accept(name.replace('/', '.') + " gets no hooks: its class loader hides the boot classes.");
            return Optional.empty();
        }
        return rewritten;
    }

    private Optional<byte[]> rewriteJdk(List<HookPoint> points, byte[] classFile) {
        List<HookPoint> missing = new ArrayList<>(points);
        Optional<byte[]> rewritten = HookWriter.write(classFile, (access, method, descriptor) -> {
            Optional<HookPoint> point =
                    points.stream().filter(any -> any.is(method, descriptor)).findFirst();
            point.ifPresent(missing::remove);
            return point.map(HookPoint::hook);
        });
        missing.forEach(point -> notes.accept("This JDK has no " + point + "; what goes through it is not seen."));
        return rewritten;
    }
}
