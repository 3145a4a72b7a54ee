package io.github.liveliness.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What one types to run one test again, with properties of the JVM that it runs in, where this run was started.
 *
 * @param build what runs the tests
 * @param shell what the command is typed into
 */
@API(status = API.Status.INTERNAL)
public record BuildCommand(Build build, Shell shell) {
    /** What Failsafe runs by itself, and Surefire does not. */
    private static final Pattern INTEGRATION_TEST = Pattern.compile("(?:.*[.$])?(?:IT[^.$]*|[^.$]*(?:IT|ITCase))");

    /** What runs the tests. */
    public enum Build {
        /** Properties of its command line reach the tests. */
        MAVEN,
        /** The same, of one module of several: in the others there is no such test. */
        MAVEN_MODULE,
        /** Properties of its command line do not reach the tests; its environment does. */
        GRADLE,
        /** An IDE, or anything else. */
        OTHER
    }

    /** What keeps the characters of an argument from meaning something else. */
    public enum Shell {
        POSIX,
        WINDOWS
    }

    /** That of the tests of this JVM. */
    public static BuildCommand ofThisJvm() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
        Path project = Path.of(properties.getOrDefault("basedir", "")).toAbsolutePath();
        return of(properties, Files.exists(project.resolveSibling("pom.xml")));
    }

    /** @param inModule whether there is a project above that of Maven which runs the tests */
    static BuildCommand of(Map<String, String> properties, boolean inModule) {
        boolean windows =
                properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return new BuildCommand(build(properties, inModule), windows ? Shell.WINDOWS : Shell.POSIX);
    }

    private static Build build(Map<String, String> properties, boolean inModule) {
        if (properties.containsKey("org.gradle.test.worker")) {
            return Build.GRADLE;
        }
        if (properties.containsKey("surefire.test.class.path") || properties.containsKey("surefire.real.class.path")) {
            return inModule ? Build.MAVEN_MODULE : Build.MAVEN;
        }
        return Build.OTHER;
    }

    /**
     * The command, line by line.
     *
     * @param test what runs
     * @param properties those of the JVM that it runs in
     */
    List<String> running(NamedTest test, Map<String, String> properties) {
        return switch (build) {
            case MAVEN, MAVEN_MODULE -> List.of(maven(test, properties));
            case GRADLE -> gradle(test, properties);
            case OTHER -> List.of(options(properties));
        };
    }

    private String maven(NamedTest test, Map<String, String> properties) {
        boolean failsafe = INTEGRATION_TEST.matcher(test.type()).matches();
        Map<String, String> all = new LinkedHashMap<>();
        all.put(failsafe ? "it.test" : "test", test.type() + "#" + test.method());
        if (build == Build.MAVEN_MODULE) {
            all.put((failsafe ? "failsafe" : "surefire") + ".failIfNoSpecifiedTests", "false");
        }
        all.putAll(properties);
        return "mvn " + (failsafe ? "verify " : "test ") + options(all);
    }

    private List<String> gradle(NamedTest test, Map<String, String> properties) {
        String options = properties.entrySet().stream()
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .map(option -> option.indexOf(' ') < 0 ? option : '"' + option + '"')
                .collect(Collectors.joining(" "));
        String filter = test.type() + "." + test.method();
        return shell == Shell.WINDOWS
                ? List.of("set JAVA_TOOL_OPTIONS=" + options, "gradlew test --tests " + quoted(filter))
                : List.of("JAVA_TOOL_OPTIONS=" + quoted(options) + " ./gradlew test --tests " + quoted(filter));
    }

    private String options(Map<String, String> properties) {
        List<String> options = new ArrayList<>();
        properties.forEach((key, value) -> options.add(
                shell == Shell.WINDOWS ? quoted("-D" + key + "=" + value) : "-D" + key + "=" + quoted(value)));
        return String.join(" ", options);
    }

    private String quoted(String text) {
        if (text.matches("[A-Za-z0-9_./:=,+-]*")) {
            return text;
        }
        return shell == Shell.WINDOWS ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
    }
}
