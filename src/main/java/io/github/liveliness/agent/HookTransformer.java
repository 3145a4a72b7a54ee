package io.github.liveliness.agent;

import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides which classes get hooks; one that cannot be rewritten stays as it is and is noted. */
final class HookTransformer extends RewritingTransformer {

    private final Map<String, List<HookPoint>> table =
            HookTable.forJdk(Runtime.version().feature());
    private final Consumer<String> notes;

    HookTransformer(Consumer<String> notes) {
        this.notes = notes;
    }

    /** Rewrites what is loaded, and from now on what is being loaded. */
    void install(Instrumentation instrumentation) {
        LoadedClasses loaded = LoadedClasses.withNewOnesLeftTo(this, instrumentation);
        loaded.rewriteEach(loaded.all());
    }

    @Override
    boolean concernsJdk(String name) {
        return table.containsKey(name);
    }

    @Override
    boolean concernsUser(Class<?> loaded) {
        return Executor.class.isAssignableFrom(loaded);
    }

    @Override
    void cannotRewrite(String name, Throwable why) {
        notes.accept(name.replace('/', '.') + " gets no hooks: " + why);
    }

    @Override
    Optional<byte[]> rewriteJdk(String name, byte[] classFile) {
        List<HookPoint> points = table.get(name);
        return points == null ? Optional.empty() : rewriteJdk(points, classFile);
    }

    @Override
    Optional<byte[]> rewriteUser(
            ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
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
