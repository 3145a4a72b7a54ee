package io.github.liveliness.blocking.probes;

/**
 * A call and what is to be found of it.
 *
 * @param group the kind of call
 * @param call the public name that a finding must give, such as {@code Files.readString}, {@code new FileInputStream}, {@code
 *     synchronized} or {@code class initialisation}; what follows in brackets tells it from others of that name
 * @param expectation what is to be found
 * @param since the first JDK that has the call
 * @param body what the task does
 */
public record Probe(String group, String call, Expectation expectation, int since, Body body) {

    /** Unlike that of any other probe. */
    public String name() {
        return group + ": " + call;
    }

    /** Whether the JDK that runs has the call. */
    public boolean isAvailable() {
        return Runtime.version().feature() >= since;
    }

    /**
     * Whether a finding of that name is the one expected. It may name another class: a stack trace knows the class that declares
     * a method, and not the one it was called on.
     */
    public boolean isNamedBy(String found) {
        return method(call).equals(method(found));
    }

    private static String method(String call) {
        String name = call.replaceFirst(" ?\\(.*", "");
        String constructor = ".<init>";
        if (name.endsWith(constructor)) {
            String type = name.substring(0, name.length() - constructor.length());
            return "new " + afterLastDot(type);
        }
        return name.startsWith("new ") ? name : afterLastDot(name);
    }

    private static String afterLastDot(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
