package io.github.liveliness.agent;

/**
 * A method of the JDK that tells a controlled run of itself when it begins.
 *
 * @param type the internal name of its class
 * @param hook the method of {@link io.github.liveliness.agent.boot.ControlHooks}
 * @param told what the hook is told
 * @param since the first JDK that has it
 */
record ControlPoint(String type, String method, String descriptor, String hook, Told told, int since) {

    /** What a hook is told of the call, and what it answers. */
    enum Told {
        NOTHING("()V"),
        RECEIVER("(Ljava/lang/Object;)V"),
        /** It answers whether the method, which returns nothing, is not to be run. */
        RECEIVER_AND_MAY_PREVENT("(Ljava/lang/Object;)Z"),
        /** It is told nothing, and answers as well. */
        NOTHING_AND_MAY_PREVENT("()Z"),
        /** It is told the throwable that is the parameter, and answers as well. */
        THROWABLE_AND_MAY_PREVENT("(Ljava/lang/Throwable;)Z");

        private final String descriptor;

        Told(String descriptor) {
            this.descriptor = descriptor;
        }

        String descriptor() {
            return descriptor;
        }

        boolean mayPrevent() {
            return this != NOTHING && this != RECEIVER;
        }

        boolean includesReceiver() {
            return this == RECEIVER || this == RECEIVER_AND_MAY_PREVENT;
        }
    }

    ControlPoint(String type, String method, String descriptor, String hook, Told told) {
        this(type, method, descriptor, hook, told, 0);
    }

    ControlPoint since(int jdk) {
        return new ControlPoint(type, method, descriptor, hook, told, jdk);
    }

    boolean is(String name, String itsDescriptor) {
        return method.equals(name) && descriptor.equals(itsDescriptor);
    }
}
