package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.engine.BuildCommand.Build;
import io.github.liveliness.engine.BuildCommand.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploringCommandTest {
    private static final NamedTest TEST = test("com.acme.OrdersTest");

    private static final Optional<Path> NO_WRAPPER = Optional.empty();

    private static NamedTest test(String type) {
        return new NamedTest(type, "takes", Optional.empty(), OptionalInt.of(2));
    }

    private static BuildCommand build(Build build, Shell shell) {
        return new BuildCommand(build, shell, Optional.of(Path.of("")));
    }

    private static String line(Build build, Shell shell, NamedTest test) {
        return new ExploringCommand(build(build, shell), test, false).words().get(1);
    }

    @Test
    void mavenPassesPropertiesOn() {
        assertThat(line(Build.MAVEN, Shell.POSIX, TEST))
                .isEqualTo("  mvn test -Dtest='com.acme.OrdersTest#takes'"
                        + " -Dliveliness.explore.test='com.acme.OrdersTest#takes[2]'");
        assertThat(line(Build.MAVEN, Shell.WINDOWS, TEST))
                .isEqualTo("  mvn test \"-Dtest=com.acme.OrdersTest#takes\""
                        + " \"-Dliveliness.explore.test=com.acme.OrdersTest#takes[2]\"");
    }

    @Test
    void inTheOtherModulesThereIsNoSuchTest() {
        assertThat(line(Build.MAVEN_MODULE, Shell.POSIX, TEST))
                .isEqualTo("  mvn test -Dtest='com.acme.OrdersTest#takes' -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dliveliness.explore.test='com.acme.OrdersTest#takes[2]'");
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.OrdersIT, true",
        "com.acme.ITOrders, true",
        "com.acme.OrdersITCase, true",
        "OrdersIT, true",
        "com.acme.OrdersIT$WhenFull, true",
        "com.acme.Outer$OrdersIT, false",
        "com.acme.Orders, false",
        "com.acme.Limits, false",
        "com.acmeIT.Orders, false"
    })
    void whatFailsafeRunsIsVerified(String type, boolean failsafe) {
        assertThat(line(Build.MAVEN, Shell.POSIX, test(type)))
                .startsWith(failsafe ? "  mvn verify -Dit.test=" : "  mvn test -Dtest=");
    }

    @Test
    void gradlePassesTheEnvironmentOn() {
        assertThat(line(Build.GRADLE, Shell.POSIX, TEST))
                .isEqualTo(
                        "  JAVA_TOOL_OPTIONS='-Dliveliness.explore.test=com.acme.OrdersTest#takes[2]' ./gradlew :test"
                                + " --tests com.acme.OrdersTest.takes");
        assertThat(new ExploringCommand(build(Build.GRADLE, Shell.WINDOWS), TEST, false).words())
                .containsSubsequence(
                        "  set JAVA_TOOL_OPTIONS=-Dliveliness.explore.test=com.acme.OrdersTest#takes[2]",
                        "  gradlew :test --tests com.acme.OrdersTest.takes");
    }

    @Test
    void gradleRunsTheTestsOfThisProjectAlone() {
        Path project = Path.of("shop", "services", "orders");
        Optional<Path> below = BuildCommand.belowWrapper(project, Path.of("shop")::equals);

        assertThat(below).contains(Path.of("services", "orders"));
        assertThat(gradle(below)).contains(" ./gradlew -p services/orders test --tests com.acme.OrdersTest.takes");
        assertThat(gradle(BuildCommand.belowWrapper(project, project::equals))).contains(" ./gradlew :test --tests ");
        assertThat(gradle(BuildCommand.belowWrapper(project, folder -> false))).contains(" gradle test --tests ");
    }

    private static String gradle(Optional<Path> project) {
        return new ExploringCommand(new BuildCommand(Build.GRADLE, Shell.POSIX, project), TEST, false)
                .words()
                .get(1);
    }

    @Test
    void onWindowsEveryPropertyIsQuoted() {
        assertThat(new ExploringCommand(build(Build.OTHER, Shell.WINDOWS), TEST, true).replaying("L1_abc"))
                .containsExactly("  \"-Dliveliness.explore.test=com.acme.OrdersTest#takes[2]\""
                        + " \"-Djunit.jupiter.extensions.autodetection.enabled=true\""
                        + " \"-Dliveliness.explore.replay=L1_abc\"");
    }

    @Test
    void elsewhereThePropertyIsTold() {
        assertThat(line(Build.OTHER, Shell.POSIX, TEST))
                .isEqualTo("  -Dliveliness.explore.test='com.acme.OrdersTest#takes[2]'");
    }

    @Test
    void aTokenAndDetectionStandBesideTheTest() {
        assertThat(new ExploringCommand(build(Build.OTHER, Shell.POSIX), TEST, true).replaying("L1_abc"))
                .containsExactly("  -Dliveliness.explore.test='com.acme.OrdersTest#takes[2]'"
                        + " -Djunit.jupiter.extensions.autodetection.enabled=true -Dliveliness.explore.replay=L1_abc");
    }

    @Test
    void aQuoteInANameIsQuoted() {
        NamedTest odd = new NamedTest("com.acme.Orders", "don't", Optional.empty(), OptionalInt.empty());

        assertThat(line(Build.OTHER, Shell.POSIX, odd))
                .isEqualTo("  -Dliveliness.explore.test='com.acme.Orders#don'\\''t'");
    }

    @Test
    void theBuildIsKnownByItsTraces() {
        assertThat(BuildCommand.of(Map.of("surefire.test.class.path", "a.jar", "os.name", "Linux"), false, NO_WRAPPER))
                .isEqualTo(new BuildCommand(Build.MAVEN, Shell.POSIX, NO_WRAPPER));
        assertThat(BuildCommand.of(
                        Map.of("surefire.real.class.path", "booter.jar", "os.name", "Windows 11"), true, NO_WRAPPER))
                .isEqualTo(new BuildCommand(Build.MAVEN_MODULE, Shell.WINDOWS, NO_WRAPPER));
        assertThat(BuildCommand.of(Map.of("org.gradle.test.worker", "1"), false, NO_WRAPPER)
                        .build())
                .isEqualTo(Build.GRADLE);
        assertThat(BuildCommand.of(Map.of(), true, NO_WRAPPER).build()).isEqualTo(Build.OTHER);
    }

    @Test
    void whatCannotBeExploredSaysWhy() {
        assertThat(ExploringCommand.impossible("It is made but once."))
                .isEqualTo(List.of("How to reproduce it", "  It is made but once."));
    }
}
