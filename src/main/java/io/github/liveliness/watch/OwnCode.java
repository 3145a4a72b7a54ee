package io.github.liveliness.watch;

import java.util.ArrayList;
import java.util.List;

/** Tells whether a thread that an executor refers to works for it: whether it was started to run that executor's code. */
final class OwnCode {
    /** How many of a thread's first frames may be the executor's: a library has its own wrappers below. */
    private static final int FIRST_FRAMES = 5;

    private OwnCode() {}

    /** Whether one of the first frames outside the JDK belongs to a package of the executor's class or of its parents. */
    static boolean isRunBy(StackTraceElement[] stack, Object executor) {
        List<String> packages = packages(executor.getClass());
        int others = 0;
        for (int index = stack.length - 1; index >= 0 && others < FIRST_FRAMES; index--) {
            String type = stack[index].getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.")) {
                others++;
                if (packages.contains(packageOf(type))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> packages(Class<?> type) {
        List<String> packages = new ArrayList<>();
        for (Class<?> parent = type; parent != null; parent = parent.getSuperclass()) {
            packages.add(parent.getPackageName());
        }
        return packages;
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
