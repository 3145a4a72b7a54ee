package io.github.liveliness.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rewrites classes as they are loaded, and those that are loaded already; one that cannot be rewritten stays as it is. */
abstract class RewritingTransformer implements ClassFileTransformer {

    /** Whether a class that is loaded already has to be rewritten. */
    final boolean concerns(Class<?> loaded) {
        String name = internalName(loaded);
        return loaded.getClassLoader() == null
                ? concernsJdk(name)
                : !loaded.isHidden()
                        && !loaded.isArray()
                        && UserExecutors.mayBeRewritten(name, loaded.getClassLoader(), loaded.getProtectionDomain())
                        && concernsUser(loaded);
    }

    abstract boolean concernsJdk(String name);

    /** Asked of what lies outside the JDK and may be rewritten. */
    abstract boolean concernsUser(Class<?> loaded);

    abstract Optional<byte[]> rewriteJdk(String name, byte[] classFile);

    /** @param redefined the class if it is loaded already */
    abstract Optional<byte[]> rewriteUser(
            ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile);

    /** Called for one that stays as it is. */
    abstract void cannotRewrite(String name, Throwable why);

    @Override
    public final byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (name == null) {
            return null;
        }
        try {
            return (loader == null
                            ? rewriteJdk(name, classFile)
                            : rewriteUser(loader, name, redefined, domain, classFile))
                    .orElse(null);
        } catch (Throwable failed) {
            cannotRewrite(name, failed);
            return null;
        }
    }

    /** As class files write it. */
    static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
