package io.github.liveliness.explore;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token in print: {@code L1_}, for the first version, and letters, digits, hyphens and underscores, which survive in a
 * URL and on a command line. The last of its bytes sum up the others.
 */
final class TokenText {
    static final String PREFIX = "L1_";

    private static final Pattern OTHER_VERSION = Pattern.compile("L(\\d+)_.*", Pattern.DOTALL);
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int SUM = Integer.BYTES;

    private TokenText() {}

    static String write(Token token) {
        byte[] content = TokenBytes.write(token);
        byte[] bytes = Arrays.copyOf(content, content.length + SUM);
        int sum = sum(content);
        for (int i = 0; i < SUM; i++) {
            bytes[content.length + i] = (byte) (sum >>> (8 * (SUM - 1 - i)));
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a token.
     *
     * @throws TokenException if it is none, or was damaged on its way
     */
    static Token read(String text) {
        if (!text.startsWith(PREFIX)) {
            throw notOurs(text);
        }
        Matcher foreign = FOREIGN.matcher(text);
        if (foreign.find()) {
            throw TokenException.at(
                    text,
                    foreign.start(),
                    "is '" + foreign.group() + "'; tokens have letters, digits, hyphens and underscores alone",
                    TokenRepair.advice(text));
        }
        byte[] bytes = bytes(text)
                .orElseThrow(() -> TokenException.of(text, "it is not what was printed", TokenRepair.advice(text)));
        return TokenBytes.read(text, Arrays.copyOf(bytes, bytes.length - SUM));
    }

    private static TokenException notOurs(String text) {
        Matcher other = OTHER_VERSION.matcher(text);
        if (other.matches()) {
            return TokenException.at(
                    text,
                    1,
                    "says version " + other.group(1) + ", and this Liveliness reads version 1",
                    "Use the Liveliness that printed it, or explore again.");
        }
        return TokenException.at(
                text,
                0,
                "does not begin a token: \"" + PREFIX + "\" does",
                "Copy the whole token, or the name of its file, which ends in \"" + TokenFile.SUFFIX + "\".");
    }

    /** The bytes, with their sum; nothing if the sum is wrong, or the text is not the only one that these bytes have. */
    static Optional<byte[]> bytes(String text) {
        String encoded = text.substring(PREFIX.length());
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException cut) {
            return Optional.empty();
        }
        boolean same =
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded);
        return same && bytes.length > SUM && sumIsRight(bytes) ? Optional.of(bytes) : Optional.empty();
    }

    private static boolean sumIsRight(byte[] bytes) {
        int written = 0;
        for (int i = bytes.length - SUM; i < bytes.length; i++) {
            written = (written << 8) | (bytes[i] & 0xff);
        }
        return written == sum(Arrays.copyOf(bytes, bytes.length - SUM));
    }

    private static int sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }
}
