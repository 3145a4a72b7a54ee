package io.github.liveliness.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of more than 2 GB, most of which is a hole that takes no disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappedFileTest {
    private static final long NUMBER = 0x0102_0304_8506_07f8L;
    private static final long GIGABYTE = 1L << 30;
    private static final long SIZE = 2 * GIGABYTE + 100;

    private MappedFile file;

    @BeforeAll
    void write(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("large");
        try (RandomAccessFile large = new RandomAccessFile(path.toFile(), "rw")) {
            large.setLength(SIZE);
            for (long position : new long[] {8, GIGABYTE - 3, 2 * GIGABYTE - 8, 2 * GIGABYTE + 92}) {
                large.seek(position);
                large.writeLong(NUMBER);
            }
        }
        file = MappedFile.of(path);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, GIGABYTE - 3, 2 * GIGABYTE - 8, 2 * GIGABYTE + 92})
    void numbersAreReadWhereverTheyLie(long position) {
        assertThat(file.longAt(position)).isEqualTo(NUMBER);
        assertThat(file.intAt(position + 4)).isEqualTo((int) NUMBER);
        assertThat(file.unsignedIntAt(position + 4)).isEqualTo(0x8506_07f8L);
        assertThat(file.unsignedShortAt(position + 4)).isEqualTo(0x8506);
        assertThat(file.unsignedByteAt(position + 7)).isEqualTo(0xf8);
        assertThat(file.bytesAt(position, 8)).containsExactly(1, 2, 3, 4, 0x85, 6, 7, 0xf8);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, GIGABYTE - 3, 2 * GIGABYTE - 8, 2 * GIGABYTE + 92})
    void aCursorReadsTheSame(long position) {
        Cursor cursor = new Cursor(file);
        cursor.skip(position);

        assertThat(cursor.identifier()).isEqualTo(NUMBER);
        cursor.moveTo(position);
        assertThat(cursor.integer()).isEqualTo(0x0102_0304);
        assertThat(cursor.unsignedShort()).isEqualTo(0x8506);
        assertThat(cursor.unsignedByte()).isEqualTo(7);
        assertThat(cursor.unsignedByte()).isEqualTo(0xf8);
        assertThat(cursor.position()).isEqualTo(position + 8);
    }

    @Test
    void aCursorReadsOnPastItsWindow() {
        Cursor cursor = new Cursor(file);
        long last = -1;
        for (int read = 0; read < 20_000; read++) {
            last = cursor.unsignedInteger();
        }

        assertThat(last).isZero();
        assertThat(cursor.position()).isEqualTo(80_000);
    }

    @Test
    void aCursorReadsNothingBehindTheEnd() {
        Cursor cursor = new Cursor(file);
        cursor.moveTo(SIZE - 4);

        assertThatThrownBy(cursor::identifier)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("the file ends at " + SIZE);
        cursor.integer();
        assertThat(cursor.hasMore()).isFalse();
    }
}
