package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.BlockingCall.Kind;
import io.github.liveliness.model.Submission;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Hand-built frames and calls, told with as few words as a test can do with. */
final class Calls {

    static final StackTraceElement SUBMIT = frame("com.acme.Orders.submit", 7);

    private Calls() {}

    /** A frame of code on the class path: "com.acme.Orders.price". */
    static StackTraceElement frame(String method, int line) {
        int dot = method.lastIndexOf('.');
        String type = method.substring(0, dot);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String file = simple.replaceAll("\\$.*", "") + ".java";
        return new StackTraceElement("app", null, null, type, method.substring(dot + 1), file, line);
    }

    static StackTraceElement frame(String method) {
        return frame(method, 28);
    }

    static StackTraceElement jdk(String method) {
        return inModule("java.base", method);
    }

    static StackTraceElement inModule(String module, String method) {
        int dot = method.lastIndexOf('.');
        return new StackTraceElement(
                null, module, "17.0.15", method.substring(0, dot), method.substring(dot + 1), "A.java", 1);
    }

    static BlockingCall reads(long millis, String... users) {
        return call(Kind.FILE, "Files.readString", millis, users);
    }

    static BlockingCall call(Kind kind, String name, long millis, String... users) {
        return new BlockingCall(
                kind,
                name,
                Duration.ofMillis(millis),
                true,
                Arrays.stream(users).map(Calls::frame).toList(),
                "orders",
                Optional.of(new Submission("main", Duration.ZERO, List.of(SUBMIT))),
                "OrdersTest.places()");
    }
}
