package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;

/** The JDK's wrapper that hides what a pool can do, such as {@code Executors.newSingleThreadExecutor} returns. */
final class WrapperType {
    private static final Class<?> TYPE = find();

    private WrapperType() {}

    static boolean includes(Object executor) {
        return TYPE.isInstance(executor);
    }

    private static Class<?> find() {
        try {
            return Class.forName(JdkField.DELEGATE.declaringClass(), false, null);
        } catch (ClassNotFoundException renamed) {
            return WrapperType.class;
        }
    }
}
