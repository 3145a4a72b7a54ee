package io.github.liveliness.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Map;

/** Our own module, where the user has put our jar on the module path. */
final class OwnModule {

    private static final String LOADER = "jdk.internal.loader.BuiltinClassLoader";
    private static final String PACKAGES = "packageToModule";

    private OwnModule() {}

    /**
     * Has a package looked for in the bootstrap class loader. The loader of a module that holds it would look nowhere else, and
     * define its classes again.
     */
    static void giveAway(Instrumentation instrumentation, String packageName) {
        Module own = OwnModule.class.getModule();
        if (own.isNamed()) {
            try {
                JavaBase.open(instrumentation, "jdk.internal.loader", own);
                Field packages = Class.forName(LOADER).getDeclaredField(PACKAGES);
                packages.setAccessible(true);
                ((Map<?, ?>) packages.get(null)).remove(packageName);
            } catch (ReflectiveOperationException | RuntimeException movedInThisJdk) {
                // The classes stray then, which is found and told.
            }
        }
    }
}
