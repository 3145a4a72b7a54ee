package io.github.liveliness.proof;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.liveliness.reach.LiveThreads.Optimized;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Asks the JVM which methods run as code of its optimizing compiler, whose frames a dump shows in part only. */
final class OptimizedCode {
    private static final String BEAN = "com.sun.management:type=DiagnosticCommand";
    private static final String DEPTH = "MaxInlineLevel";
    private static final String OTHER_COMPILER = "UseJVMCICompiler";
    private static final int NO_LIMIT = 1_000_000;
    private static final String COMMAND = "compilerCodelist";
    /** The number of the compilation, its level, its state, the method, its parameters. */
    private static final Pattern ROW = Pattern.compile("^\\s*\\d+ +4 +\\d+ +([^(\\s]+)\\(.*", Pattern.MULTILINE);

    private OptimizedCode() {}

    /**
     * What there is now.
     *
     * @throws JMException if this JVM does not tell
     */
    static Optimized now() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        String list = (String) server.invoke(new ObjectName(BEAN), COMMAND, new Object[0], new String[0]);
        return new Optimized(parse(list), depth());
    }

    /** Other compilers than the one that comes with the JVM have limits of their own. */
    private static int depth() {
        boolean other = option(OTHER_COMPILER).map(Boolean::parseBoolean).orElse(false);
        return other ? NO_LIMIT : option(DEPTH).map(Integer::parseInt).orElse(NO_LIMIT);
    }

    private static Optional<String> option(String name) {
        try {
            return Optional.of(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption(name)
                    .getValue());
        } catch (IllegalArgumentException unknownHere) {
            return Optional.empty();
        }
    }

    static Set<String> parse(String list) {
        Set<String> methods = new HashSet<>();
        for (Matcher row = ROW.matcher(list); row.find(); ) {
            // A dump writes the names of hidden classes, such as those of lambdas, with another sign.
            methods.add(row.group(1).replace('/', '+'));
        }
        return methods;
    }
}
