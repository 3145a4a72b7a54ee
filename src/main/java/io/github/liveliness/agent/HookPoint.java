package io.github.liveliness.agent;

/**
 * A method that gets a hook.
 *
 * @param type the internal name of its class
 * @param since the first JDK that has it
 * @param until the last JDK that has it
 */
record HookPoint(String type, String method, String descriptor, Hook hook, int since, int until) {

    HookPoint(String type, String method, String descriptor, Hook hook) {
        this(type, method, descriptor, hook, 0, Integer.MAX_VALUE);
    }

    HookPoint since(int jdk) {
        return new HookPoint(type, method, descriptor, hook, jdk, until);
    }

    HookPoint until(int jdk) {
        return new HookPoint(type, method, descriptor, hook, since, jdk);
    }

    boolean isIn(int jdk) {
        return since <= jdk && jdk <= until;
    }

    boolean is(String name, String itsDescriptor) {
        return method.equals(name) && descriptor.equals(itsDescriptor);
    }

    @Override
    public String toString() {
        return type.replace('/', '.') + '.' + method;
    }
}
