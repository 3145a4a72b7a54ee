package io.github.liveliness.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks into the constant pool of a class file without building anything: most classes are asked, few are rewritten. */
final class ConstantPool {

    private static final int COUNT = 8;
    private static final int FIRST = 10;

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private ConstantPool() {}

    /** Whether a class file holds this ASCII text as a name, a descriptor or a string. */
    static boolean contains(byte[] classFile, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        int count = unsigned(classFile, COUNT);
        int at = FIRST;
        for (int index = 1; index < count; index++) {
            int tag = classFile[at];
            if (tag == UTF8) {
                int start = at + 3;
                int end = start + unsigned(classFile, at + 1);
                if (Arrays.equals(classFile, start, end, wanted, 0, wanted.length)) {
                    return true;
                }
                at = end;
            } else {
                at += 1 + sizeOf(tag);
                index += tag == LONG || tag == DOUBLE ? 1 : 0;
            }
        }
        return false;
    }

    private static int sizeOf(int tag) {
        return switch (tag) {
            case LONG, DOUBLE -> 8;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 15 -> 3;
            case 7, 8, 16, 19, 20 -> 2;
            default -> throw new IllegalArgumentException("a constant with the unknown tag " + tag);
        };
    }

    private static int unsigned(byte[] bytes, int at) {
        return (Byte.toUnsignedInt(bytes[at]) << 8) + Byte.toUnsignedInt(bytes[at + 1]);
    }
}
