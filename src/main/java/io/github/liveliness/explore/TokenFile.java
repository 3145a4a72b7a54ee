package io.github.liveliness.explore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apiguardian.api.API;

/**
 * Where tokens are kept that are too long for a line: files whose name holds a sum of their content, and stands for the token.
 *
 * @param folder where they are written; they are looked for there, and where their name says
 */
@API(status = API.Status.INTERNAL)
public record TokenFile(Path folder) {
    static final String SUFFIX = ".schedule";

    private static final int LONGEST_LINE = 120;
    private static final Pattern NAME = Pattern.compile(".*-([0-9a-f]{8})" + Pattern.quote(SUFFIX), Pattern.DOTALL);

    /**
     * What to print for a token: itself, or the name of the file that it was written to.
     *
     * @param name the test's, for the name of the file
     * @throws IOException if the file cannot be written
     */
    public String keep(Token token, String name) throws IOException {
        String text = TokenText.write(token);
        if (text.length() <= LONGEST_LINE) {
            return text;
        }
        String file = name.replaceAll("[^A-Za-z0-9._-]+", "_") + "-" + sum(text) + SUFFIX;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file), text + "\n");
        return file;
    }

    /** The token itself, however long. */
    public static String print(Token token) {
        return TokenText.write(token);
    }

    /**
     * Reads what {@link #keep} printed.
     *
     * @throws TokenException if it is no token, or was damaged
     */
    public Token read(String printed) {
        String text = printed.strip();
        return text.endsWith(SUFFIX) ? TokenText.read(content(text)) : TokenText.read(text);
    }

    private String content(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw TokenException.of(
                    name, "the name of its file has no sum of eight digits", "Use the name that was printed.");
        }
        String content = read(name, found(name));
        if (!sum(content).equals(parts.group(1))) {
            throw TokenException.of(
                    name, "the file has another content than its name says", "Copy the file again, or explore again.");
        }
        return content;
    }

    private Path found(String name) {
        try {
            return Optional.of(Path.of(name))
                    .filter(Files::exists)
                    .or(() -> Optional.of(folder.resolve(name)).filter(Files::exists))
                    .orElseThrow(() -> missing(name));
        } catch (InvalidPathException noName) {
            throw missing(name);
        }
    }

    private TokenException missing(String name) {
        return TokenException.of(
                name, "there is no such file, nor is it in " + folder, "Put it there, or write its whole path.");
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw TokenException.of(name, "the file cannot be read (" + e + ")", "Explore again.");
        }
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
