package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class AgentJarTest {

    @Test
    void classesInAFolderGetAJarThatNamesTheAgentAndHoldsNothing() throws Exception {
        Path path = AgentJar.of(LivelinessAgent.class).forAttaching();

        try (JarFile jar = new JarFile(path.toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Agent-Class")).isEqualTo(LivelinessAgent.class.getName());
            assertThat(attributes.getValue("Premain-Class")).isEqualTo(LivelinessAgent.class.getName());
            assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(jar.stream()).extracting(Object::toString).containsExactly(JarFile.MANIFEST_NAME);
        }
    }

    @Test
    void aJarWithoutAnAgentIsNotTakenForOne() throws Exception {
        Path path = AgentJar.of(Test.class).forAttaching();

        assertThat(path)
                .isNotEqualTo(Path.of(Test.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }
}
