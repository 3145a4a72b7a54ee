package io.github.liveliness.agent;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The project's own classes: those that lie in directories, where those of its libraries lie in archives. */
final class ProjectClasses {

    private ProjectClasses() {}

    /** Asked of each class that is loaded, maybe in the middle of loading another: hence no lambdas. */
    static boolean hold(@Nullable ProtectionDomain domain) {
        return domain != null
                && domain.getCodeSource() != null
                && domain.getCodeSource().getLocation() != null
                && domain.getCodeSource().getLocation().getPath().endsWith("/");
    }

    /** The class file of one that is loaded; nothing if it is none of the project, or cannot be read. */
    static Optional<byte[]> classFile(Class<?> loaded) {
        ProtectionDomain domain = loaded.getProtectionDomain();
        if (!hold(domain)) {
            return Optional.empty();
        }
        try {
            Path directory = Path.of(domain.getCodeSource().getLocation().toURI());
            String classFile = RewritingTransformer.internalName(loaded) + ".class";
            return Optional.of(Files.readAllBytes(directory.resolve(classFile)));
        } catch (IOException | URISyntaxException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
