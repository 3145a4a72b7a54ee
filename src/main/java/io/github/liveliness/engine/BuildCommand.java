package io.github.liveliness.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What one types to run one test again, with properties of the JVM that it runs in, where this run was started.
 *
 * @param build what runs the tests
 * @param shell what the command is typed into
 * @param project for Gradle, where the project lies, seen from the folder of its wrapper; nothing where there is no wrapper
 */
@API(status = API.Status.INTERNAL)
public record BuildCommand(Build build, Shell shell, Optional<Path> project) {
    /** What Failsafe runs by itself, and Surefire does not: both go by the file, and so by the outermost class. */
    private static final Pattern INTEGRATION_TEST =
            Pattern.compile("(?:.*\\.)?(?:IT[^.$]*|[^.$]*(?:IT|ITCase))(?:\\$.*)?");

    private static final String WRAPPER = "gradlew";

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
        /** That of cmd, which expands no {@code $}. */
        WINDOWS
    }

    /** That of the tests of this JVM. */
    public static BuildCommand ofThisJvm() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
        Path project = Path.of(properties.getOrDefault("basedir", "")).toAbsolutePath();
        return of(
                properties,
                Files.exists(project.resolveSibling("pom.xml")),
                belowWrapper(project, folder -> Files.exists(folder.resolve(WRAPPER))));
    }

    /** The project as seen from the next folder above that has Gradle's wrapper, or from its own. */
    static Optional<Path> belowWrapper(Path project, Predicate<Path> hasWrapper) {
        return Stream.iterate(project, folder -> folder != null, Path::getParent)
                .filter(hasWrapper)
                .findFirst()
                .map(folder -> folder.relativize(project));
    }

    /** @param inModule whether there is a project above that of Maven which runs the tests */
    static BuildCommand of(Map<String, String> properties, boolean inModule, Optional<Path> project) {
        boolean windows =
                properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return new BuildCommand(build(properties, inModule), windows ? Shell.WINDOWS : Shell.POSIX, project);
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
                ? List.of("set JAVA_TOOL_OPTIONS=" + options, gradleTest() + " --tests " + quoted(filter))
                : List.of("JAVA_TOOL_OPTIONS=" + quoted(options) + " " + gradleTest() + " --tests " + quoted(filter));
    }

    /** The tests of this project alone: Gradle fails where a filter fits none in another. */
    private String gradleTest() {
        String wrapper = shell == Shell.WINDOWS ? WRAPPER : "./" + WRAPPER;
        return project.map(Path::toString)
                .map(path -> wrapper + (path.isEmpty() ? " :test" : " -p " + quoted(path) + " test"))
                .orElse("gradle test");
    }

    /** PowerShell would take what follows the first dot of a key for an argument of its own, were it not quoted. */
    private String options(Map<String, String> properties) {
        List<String> options = new ArrayList<>();
        properties.forEach((key, value) -> options.add(
                shell == Shell.WINDOWS ? inDoubleQuotes("-D" + key + "=" + value) : "-D" + key + "=" + quoted(value)));
        return String.join(" ", options);
    }

    private String quoted(String text) {
        if (text.matches("[A-Za-z0-9_./:=,+-]*")) {
            return text;
        }
        return shell == Shell.WINDOWS ? inDoubleQuotes(text) : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String inDoubleQuotes(String text) {
        return '"' + text + '"';
    }
}
