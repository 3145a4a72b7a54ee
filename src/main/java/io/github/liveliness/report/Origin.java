package io.github.liveliness.report;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Where the code of a frame comes from; the first that fits. All but {@link #USER} is background for a reader. */
enum Origin {
    CONCURRENCY("java.util.concurrent", "java\\.util\\.concurrent\\."),
    JDK("the JDK", "(?:javax?|jdk|sun|com\\.sun)\\."),
    JUNIT("JUnit", "org\\.(?:junit|opentest4j)\\."),
    RUNNER(
            "the test runner",
            "(?:org\\.apache\\.maven\\.surefire|(?:worker\\.)?org\\.gradle|com\\.intellij\\.(?:rt|junit\\d*)"
                    + "|org\\.eclipse\\.jdt\\.internal\\.junit\\d*)\\."),
    /** Our rooms and our extension; but our own tests are users like any other, and have to see their frames. */
    LIVELINESS(
            "Liveliness",
            "io\\.github\\.liveliness\\.(?!.*(?:Test|IT)(?:\\$|$))"
                    + "(?:(?:agent|blocking|engine|explore|gate|monitor|rescue|watch)\\.|\\w+Extension|AroundTests|TestExploration|InnerRun)"),
    USER("your code", "");

    private final String words;
    private final Pattern classes;

    Origin(String words, String classes) {
        this.words = words;
        this.classes = Pattern.compile(classes);
    }

    static Origin of(StackTraceElement frame) {
        return Arrays.stream(values())
                .filter(origin -> origin.classes.matcher(frame.getClassName()).lookingAt())
                .findFirst()
                .orElse(USER);
    }

    String words() {
        return words;
    }
}
