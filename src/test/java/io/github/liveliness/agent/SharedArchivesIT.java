package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Classes may come from an archive of the JDK's, from one of the user's, or from none: the hooks are in them. */
@EnabledIfSystemProperty(named = "liveliness.jar", matches = ".+")
class SharedArchivesIT {
    private static final Path OURS = Path.of(System.getProperty("liveliness.jar", ""));
    private static final String SEEN = "fixed: ThreadPoolExecutor made by main, submitted by main in fixed";

    @TempDir
    private Path folder;

    @Test
    void anArchiveOfTheUsersHidesNothing() throws IOException {
        ForkedJvm jvm = ForkedJvm.of(AgentProgram.class).classPath(List.of(OURS, jarOfPrograms()));
        Path archive = folder.resolve("user.jsa");
        Outcome archiving =
                jvm.jvmArguments("-XX:ArchiveClassesAtExit=" + archive).run("OFF", "fixed");
        assertThat(archive).as(archiving.err()).isNotEmptyFile();

        ForkedJvm archived = jvm.jvmArguments("-XX:SharedArchiveFile=" + archive);
        assertThatAllIsSeen(archived.jvmArguments("-javaagent:" + OURS).run("REQUIRED", "fixed"));
        assertThatAllIsSeen(archived.run("REQUIRED", "fixed"));
    }

    @Test
    void noArchiveMakesNoDifference() throws IOException {
        ForkedJvm jvm = ForkedJvm.of(AgentProgram.class).classPath(List.of(OURS, jarOfPrograms()));

        assertThatAllIsSeen(jvm.jvmArguments("-Xshare:off").run("REQUIRED", "fixed"));
        assertThatAllIsSeen(
                jvm.jvmArguments("-Xshare:auto", "-javaagent:" + OURS).run("REQUIRED", "fixed"));
    }

    private static void assertThatAllIsSeen(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.lines()).contains(SEEN).anyMatch(line -> line.startsWith("Present[notes=[], "));
    }

    /** An archive takes classes from jars alone. */
    private Path jarOfPrograms() throws IOException {
        String packageName = AgentProgram.class.getPackageName().replace('.', '/');
        Path classes = Path.of(AgentProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Path jar = folder.resolve("programs.jar");
        try (Stream<Path> files = Files.list(classes.resolve(packageName));
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(packageName + '/' + each.getFileName()));
                Files.copy(each, entries);
            }
        }
        return jar;
    }
}
