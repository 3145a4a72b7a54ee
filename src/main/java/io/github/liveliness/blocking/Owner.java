package io.github.liveliness.blocking;

import java.util.regex.Pattern;

/** Whose code a frame runs. */
enum Owner {
    JDK,
    LIVELINESS,
    USER;

    private static final String OUR_HOOKS = "io.github.liveliness.agent.boot.";
    private static final Pattern ALWAYS_JDK = Pattern.compile("(?:java|jdk|sun)\\.");

    /** Libraries share these names with the JDK: only the module tells javax.sql from javax.servlet. */
    private static final Pattern PERHAPS_JDK = Pattern.compile("(?:javax|com\\.sun)\\.");

    private static final Pattern JDK_MODULE = Pattern.compile("(?:java|jdk)\\.");

    static Owner of(StackTraceElement frame) {
        String type = frame.getClassName();
        if (type.startsWith(OUR_HOOKS)) {
            return LIVELINESS;
        }
        boolean isJdk = ALWAYS_JDK.matcher(type).lookingAt()
                || (PERHAPS_JDK.matcher(type).lookingAt() && isInJdkModule(frame));
        return isJdk ? JDK : USER;
    }

    private static boolean isInJdkModule(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && JDK_MODULE.matcher(module).lookingAt();
    }
}
