package io.github.liveliness.explore;

import io.github.liveliness.explore.Schedule.Switch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a token: of the decisions only the switches, each with the number of decisions before it that were none.
 * Numbers are small mostly, and take a byte then.
 */
final class TokenBytes {
    private static final int FIXED = 1 + 2 * Integer.BYTES;
    private static final int LONGEST_NUMBER = 5;
    private static final String ADVICE = "Explore again: it was made by another Liveliness.";

    private TokenBytes() {}

    static byte[] write(Token token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer fixed = ByteBuffer.allocate(FIXED)
                .put((byte) token.points().letter())
                .putInt(token.test())
                .putInt(token.failure());
        bytes.writeBytes(fixed.array());
        int from = 0;
        for (Switch planned : token.schedule().switches()) {
            number(bytes, planned.decision() - from);
            number(bytes, planned.chosen());
            number(bytes, planned.count());
            bytes.write(planned.check());
            from = planned.decision() + 1;
        }
        return bytes.toByteArray();
    }

    /** Seven bits a byte, the lowest first. */
    private static void number(ByteArrayOutputStream bytes, int number) {
        int rest = number;
        while (rest >= 0x80) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text the token that it stands in, for the error
     */
    static Token read(String text, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (bytes.remaining() < FIXED) {
            throw TokenException.of(text, "it ends too soon", ADVICE);
        }
        Points points = Points.of(bytes.get())
                .orElseThrow(() -> TokenException.of(text, "it says nothing known of points", ADVICE));
        int test = bytes.getInt();
        int failure = bytes.getInt();
        List<Switch> switches = new ArrayList<>();
        int decision = 0;
        while (bytes.hasRemaining()) {
            decision += number(text, bytes);
            switches.add(new Switch(decision, number(text, bytes), number(text, bytes), check(text, bytes)));
            decision++;
        }
        return new Token(points, test, failure, new Schedule(switches));
    }

    private static int number(String text, ByteBuffer bytes) {
        int number = 0;
        for (int i = 0; i < LONGEST_NUMBER && bytes.hasRemaining(); i++) {
            int next = bytes.get();
            number |= (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return number;
            }
        }
        throw TokenException.of(text, "it ends inside a number", ADVICE);
    }

    private static int check(String text, ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            throw TokenException.of(text, "it ends inside a switch", ADVICE);
        }
        return bytes.get() & 0xff;
    }
}
