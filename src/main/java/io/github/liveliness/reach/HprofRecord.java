package io.github.liveliness.reach;

/** The records of an HPROF file: their tags, and what stands before an object's values. */
final class HprofRecord {
    static final int TEXT = 0x01;
    static final int LOADED_CLASS = 0x02;
    static final int FRAME = 0x04;
    static final int TRACE = 0x05;
    static final int HEAP = 0x0c;
    static final int HEAP_SEGMENT = 0x1c;

    static final int ROOT_UNKNOWN = 0xff;
    static final int ROOT_JNI_GLOBAL = 0x01;
    static final int ROOT_JNI_LOCAL = 0x02;
    static final int ROOT_JAVA_FRAME = 0x03;
    static final int ROOT_NATIVE_STACK = 0x04;
    static final int ROOT_STICKY_CLASS = 0x05;
    static final int ROOT_THREAD_BLOCK = 0x06;
    static final int ROOT_MONITOR_USED = 0x07;
    static final int ROOT_THREAD = 0x08;

    static final int CLASS = 0x20;
    static final int INSTANCE = 0x21;
    static final int ARRAY_OF_REFERENCES = 0x22;
    static final int ARRAY_OF_NUMBERS = 0x23;

    private static final int TAG = 1;

    private HprofRecord() {}

    /** How many bytes stand before the values of an object of this kind, the tag included. */
    static int headerSize(int kind, int identifierSize) {
        int common = TAG + identifierSize + 2 * Integer.BYTES;
        // The type of numbers is one byte; anything else names a class.
        return common + (kind == ObjectTable.ARRAY_OF_NUMBERS ? 1 : identifierSize);
    }
}
