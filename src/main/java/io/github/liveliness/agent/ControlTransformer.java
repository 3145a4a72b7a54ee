package io.github.liveliness.agent;

import io.github.liveliness.agent.ControlWriter.ControlledCode;
import io.github.liveliness.agent.boot.ControlHooks;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts code under control, when the first test asks for it: what waits, wakes or tells the time in {@code
 * java.util.concurrent}, and that and what else other threads can see in all code outside the JDK.
 */
final class ControlTransformer extends RewritingTransformer {

    private final Consumer<String> notes;

    /**
     * The classes whose methods are synchronized no longer, but their bodies: once a class is loaded nobody may change that, to
     * and fro. Remembered, for to ask the class itself would load others in the middle of this, which nobody then rewrites.
     */
    private final Map<ClassLoader, Set<String>> unlocked = new WeakHashMap<>();

    ControlTransformer(Consumer<String> notes) {
        this.notes = notes;
    }

    /** Rewrites what is loaded, and from now on what is being loaded. */
    void install(Instrumentation instrumentation)
            throws IOException, ReflectiveOperationException, UnmodifiableClassException {
        JavaBase.open(instrumentation, "jdk.internal.misc", ControlHooks.class.getModule());
        ControlHooks.open();
        loadWhatWrites(BootClasses.anyClassFile());
        LoadedClasses loaded = LoadedClasses.withNewOnesLeftTo(this, instrumentation);
        loaded.rewriteTogether(loaded.ofTheJdk());
        loaded.rewriteEach(loaded.ofUsers());
    }

    /** A class that is loaded while another is rewritten is rewritten itself, and must not need what is being loaded. */
    private static void loadWhatWrites(byte[] anyClassFile) {
        ControlWriter.write(anyClassFile, ControlledCode.ofUser("Any"), true, (owner, field) -> true);
        ControlWriter.write(anyClassFile, ControlledCode.ofJdk("java/lang/Thread"), false, (owner, field) -> false);
        new VolatileFields(ClassLoader.getSystemClassLoader()).include("Any", "any");
        UserCalls.hookBefore("java/util/concurrent/Future", "get");
    }

    @Override
    boolean concernsJdk(String name) {
        return ControlTable.concerns(name);
    }

    @Override
    boolean concernsUser(Class<?> loaded) {
        return true;
    }

    @Override
    void cannotRewrite(String name, Throwable why) {
        notes.accept(name.replace('/', '.') + " is not controlled: " + why);
    }

    @Override
    Optional<byte[]> rewriteJdk(String name, byte[] classFile) {
        return ControlTable.concerns(name)
                ? ControlWriter.write(classFile, ControlledCode.ofJdk(name), false, (owner, field) -> false)
                : Optional.empty();
    }

    @Override
    Optional<byte[]> rewriteUser(
            ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (!UserExecutors.mayBeRewritten(name, loader, domain) || !BootClasses.areSeenBy(loader)) {
            return Optional.empty();
        }
        boolean unlocks = redefined == null || isUnlocked(loader, name);
        ControlledCode code = ControlledCode.ofUser(name);
        Optional<byte[]> written = ControlWriter.write(classFile, code, unlocks, new VolatileFields(loader)::include);
        if (code.isUnlocked()) {
            remember(loader, name);
        }
        return written;
    }

    private synchronized boolean isUnlocked(ClassLoader loader, String name) {
        return unlocked.getOrDefault(loader, Set.of()).contains(name);
    }

    private synchronized void remember(ClassLoader loader, String name) {
        unlocked.computeIfAbsent(loader, any -> new HashSet<>()).add(name);
    }
}
