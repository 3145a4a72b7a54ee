package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.Ending;
import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.LastHolder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Tells what is known of an ending; an exception of the user's is read and not asked. */
final class EndingReader {
    private static final int LONGEST_MESSAGE = 200;

    /** As virtual threads are. */
    private static final String NAMELESS = "unnamed";

    private EndingReader() {}

    static LastHolder read(Ending ending, Optional<JdkInternals> jdk) {
        Optional<Throwable> thrown = Optional.ofNullable(ending.thrown()).map(EndingReader::unwrapped);
        return new LastHolder(
                LastHolder.Kind.valueOf(ending.kind().name()),
                ending.className(),
                ending.threadName().isEmpty() ? NAMELESS : ending.threadName(),
                thrown.map(failure -> words(failure, jdk)).orElse(ending.rejection()),
                thrown.map(EndingReader::stack).orElseGet(ending::frames));
    }

    /** What the JDK wraps around the exception of a stage or a task tells nothing. */
    private static Throwable unwrapped(Throwable thrown) {
        boolean wraps = thrown.getClass() == CompletionException.class || thrown.getClass() == ExecutionException.class;
        Throwable cause = wraps ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    private static String words(Throwable thrown, Optional<JdkInternals> jdk) {
        String type = thrown.getClass().getName();
        String message = message(thrown, jdk);
        return message == null ? type : type + ": " + shortened(message);
    }

    private static @Nullable String message(Throwable thrown, Optional<JdkInternals> jdk) {
        if (isOfTheJdk(thrown.getClass())) {
            return thrown.getMessage();
        }
        return jdk.map(open -> (String) open.read(JdkField.THROWABLE_MESSAGE, thrown))
                .orElse(null);
    }

    private static String shortened(String message) {
        String line = message.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
    }

    private static List<StackTraceElement> stack(Throwable thrown) {
        return overridesStackTrace(thrown.getClass()) ? List.of() : Arrays.asList(thrown.getStackTrace());
    }

    private static boolean overridesStackTrace(Class<?> type) {
        try {
            return type.getMethod("getStackTrace").getDeclaringClass() != Throwable.class;
        } catch (NoSuchMethodException | LinkageError unknown) {
            return true;
        }
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return type.getClassLoader() == null;
    }
}
