package io.github.liveliness.agent;

import io.github.liveliness.jdk.JdkField;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Map;

/** Our own module, where the user has put our jar on the module path. */
final class OwnModule {

    private OwnModule() {}

    /**
     * Has a package looked for in the bootstrap class loader. The loader of a module that holds it would look nowhere else, and
     * define its classes again.
     */
    static void giveAway(Instrumentation instrumentation, String packageName) {
        Module own = OwnModule.class.getModule();
        if (own.isNamed()) {
            try {
                Class<?> loader = Class.forName(JdkField.LOADER_PACKAGES.declaringClass());
                JavaBase.open(instrumentation, loader.getPackageName(), own);
                Field packages = loader.getDeclaredField(JdkField.LOADER_PACKAGES.fieldName());
                packages.setAccessible(true);
                ((Map<?, ?>) packages.get(null)).remove(packageName);
            } catch (ReflectiveOperationException | RuntimeException movedInThisJdk) {
                // The classes stray then, which is found and told.
            }
        }
    }
}
