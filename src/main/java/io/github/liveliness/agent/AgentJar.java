package io.github.liveliness.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The jar that the JVM is told to load the agent from. */
final class AgentJar {

    private static final Attributes.Name AGENT_CLASS = new Attributes.Name("Agent-Class");

    private final Class<?> agent;
    private final Optional<Path> ownJar;

    private AgentJar(Class<?> agent, Optional<Path> ownJar) {
        this.agent = agent;
        this.ownJar = ownJar;
    }

    static AgentJar of(Class<?> agent) {
        return new AgentJar(agent, codeSource(agent).filter(AgentJar::namesAnAgent));
    }

    /** Our own jar, or one that holds nothing but the name of the class, which is then found on the class path. */
    Path forAttaching() throws IOException {
        return ownJar.isPresent() ? ownJar.get() : manifestOnly();
    }

    String forCommandLine() {
        return ownJar.map(Path::toString).orElse("<path of liveliness-junit.jar>");
    }

    private Path manifestOnly() throws IOException {
        requireOnClassPath();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(AGENT_CLASS, agent.getName());
        attributes.put(new Attributes.Name("Premain-Class"), agent.getName());
        attributes.put(new Attributes.Name("Can-Retransform-Classes"), "true");
        Path jar = Files.createTempFile("liveliness-agent", ".jar");
        jar.toFile().deleteOnExit();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream empty = new JarOutputStream(file, manifest)) {
            empty.finish();
        }
        return jar;
    }

    /** The JVM prints stack traces about an agent that it does not find. */
    private void requireOnClassPath() throws IOException {
        try {
            Class.forName(agent.getName(), false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException | LinkageError hidden) {
            throw new IOException(agent.getName() + " lies in no jar of its own, and not on the class path of the JVM");
        }
    }

    private static Optional<Path> codeSource(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .flatMap(location -> {
                    try {
                        return Optional.of(Path.of(location.toURI()));
                    } catch (URISyntaxException | RuntimeException notAFile) {
                        return Optional.empty();
                    }
                });
    }

    private static boolean namesAnAgent(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().containsKey(AGENT_CLASS);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
