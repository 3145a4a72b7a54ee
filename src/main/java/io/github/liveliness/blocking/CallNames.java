package io.github.liveliness.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names blocking calls as the person wrote them who made the call: "Files.readString", and not the method deep in the JDK
 * that waits for the disk.
 */
final class CallNames {

    /** Made by the compiler: their names change when others of their kind come and go. */
    private static final Pattern ACCESSOR = Pattern.compile("access\\$\\d+");

    /**
     * Methods of the JDK that run what was handed to them, as "class.method". Where they stand between the user and the
     * call, it was the user who handed it over: {@code paths.forEach(Files::readString)}.
     */
    private static final Pattern HANDS_ON = Pattern.compile(String.join(
            "|",
            "(?:java\\.lang|(?:jdk\\.internal|sun))\\.(?:reflect|invoke)\\..*",
            "java\\.security\\.AccessController\\..*",
            "java\\.lang\\.(?:(?:Virtual)?Thread(?:\\$.*)?\\.run\\w*|Iterable\\.forEach)",
            "java\\.util\\.stream\\..*",
            "java\\.util\\..*\\.(?:forEach\\w*|tryAdvance|compute\\w*|merge|replaceAll|removeIf)",
            "java\\.util\\.Optional\\w*\\..*",
            "java\\.util\\.concurrent\\.(?:Executors|CompletableFuture)\\$\\w+\\.(?:call|run|exec|tryFire)",
            "java\\.util\\.concurrent\\.ScheduledThreadPoolExecutor\\$\\w+\\.run",
            "java\\.util\\.concurrent\\.CompletableFuture\\.(?:post|uni|bi|complete).*",
            "java\\.util\\.concurrent\\.FutureTask\\.run\\w*",
            "java\\.util\\.concurrent\\.ThreadPoolExecutor(?:\\$Worker)?\\.run\\w*",
            "java\\.util\\.concurrent\\.ForkJoin.*\\.(?:\\w*[eE]xec|run\\w*|scan)"));

    private final PublicTypes publicTypes;

    CallNames(PublicTypes publicTypes) {
        this.publicTypes = publicTypes;
    }

    /**
     * Reads a stack.
     *
     * @param stack the frames from the call to where the task begins, innermost first, the JDK's own among them
     */
    NamedCall read(List<StackTraceElement> stack) {
        List<StackTraceElement> users =
                stack.stream().filter(CallNames::isUsers).toList();
        return new NamedCall(name(withoutHandingOn(calledByUser(stack))), users);
    }

    private static boolean isUsers(StackTraceElement frame) {
        return Owner.of(frame) == Owner.USER
                && !isHidden(frame)
                && !ACCESSOR.matcher(frame.getMethodName()).matches();
    }

    /** Lambdas and the like: a user's hidden class ends what the JDK does for the user, and tells nobody anything. */
    private static boolean isHidden(StackTraceElement frame) {
        return frame.getClassName().indexOf('/') >= 0;
    }

    private static List<StackTraceElement> calledByUser(List<StackTraceElement> stack) {
        List<StackTraceElement> called = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            Owner owner = Owner.of(frame);
            if (owner == Owner.USER) {
                break;
            }
            if (owner == Owner.JDK && !isHidden(frame)) {
                called.add(frame);
            }
        }
        return called;
    }

    private static List<StackTraceElement> withoutHandingOn(List<StackTraceElement> called) {
        int end = called.size();
        while (end > 0 && handsOn(called.get(end - 1))) {
            end--;
        }
        // What hands on may block by itself, as a map does whose bin somebody else computes.
        return end == 0 ? called : called.subList(0, end);
    }

    private static boolean handsOn(StackTraceElement frame) {
        return HANDS_ON.matcher(frame.getClassName() + "." + frame.getMethodName())
                .matches();
    }

    private Optional<String> name(List<StackTraceElement> called) {
        for (int index = called.size() - 1; index >= 0; index--) {
            Optional<String> name = publicName(called.get(index));
            if (name.isPresent()) {
                return name;
            }
        }
        return called.isEmpty()
                ? Optional.empty()
                : Optional.of(written(
                        called.get(called.size() - 1).getClassName(),
                        called.get(called.size() - 1).getMethodName()));
    }

    private Optional<String> publicName(StackTraceElement frame) {
        String method = frame.getMethodName();
        return method.equals("<clinit>") || method.contains("$")
                ? Optional.empty()
                : publicTypes.of(frame.getClassName(), method).map(type -> written(type, method));
    }

    private static String written(String type, String method) {
        String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        return method.equals("<init>") ? "new " + name : name + "." + method;
    }
}
