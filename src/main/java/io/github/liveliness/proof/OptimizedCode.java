package io.github.liveliness.proof;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Asks the JVM which methods run as code of its optimizing compiler, whose frames a dump shows in part only. */
final class OptimizedCode {
    private static final String BEAN = "com.sun.management:type=DiagnosticCommand";
    private static final String COMMAND = "compilerCodelist";
    /** The number of the compilation, its level, its state, the method, its parameters. */
    private static final Pattern ROW = Pattern.compile("^\\s*\\d+ +4 +\\d+ +([^(\\s]+)\\(.*", Pattern.MULTILINE);

    private OptimizedCode() {}

    /**
     * The methods.
     *
     * @return as {@code package.Class.method}
     * @throws JMException if this JVM does not tell
     */
    static Set<String> methods() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return parse((String) server.invoke(new ObjectName(BEAN), COMMAND, new Object[0], new String[0]));
    }

    static Set<String> parse(String list) {
        Set<String> methods = new HashSet<>();
        for (Matcher row = ROW.matcher(list); row.find(); ) {
            methods.add(row.group(1));
        }
        return methods;
    }
}
