package io.github.liveliness.reach;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of any size, mapped into memory and read at absolute positions, big end first. */
final class MappedFile {
    private static final int CHUNK_BITS = 30;
    private static final long CHUNK = 1L << CHUNK_BITS;
    private static final long WITHIN_CHUNK = CHUNK - 1;

    private final MappedByteBuffer[] chunks;
    private final long size;

    private MappedFile(MappedByteBuffer[] chunks, long size) {
        this.chunks = chunks;
        this.size = size;
    }

    /** Maps a file, which may be deleted afterwards where the system lets a mapped file go. */
    static MappedFile of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            List<MappedByteBuffer> chunks = new ArrayList<>();
            for (long start = 0; start < size; start += CHUNK) {
                // A little more than a chunk, so that no number lies across the end of one.
                long length = Math.min(CHUNK + Long.BYTES, size - start);
                chunks.add(channel.map(FileChannel.MapMode.READ_ONLY, start, length));
            }
            return new MappedFile(chunks.toArray(MappedByteBuffer[]::new), size);
        }
    }

    long size() {
        return size;
    }

    int unsignedByteAt(long position) {
        return chunk(position).get(within(position)) & 0xff;
    }

    int unsignedShortAt(long position) {
        return chunk(position).getShort(within(position)) & 0xffff;
    }

    int intAt(long position) {
        return chunk(position).getInt(within(position));
    }

    long unsignedIntAt(long position) {
        return intAt(position) & 0xffff_ffffL;
    }

    long longAt(long position) {
        return chunk(position).getLong(within(position));
    }

    byte[] bytesAt(long position, int length) {
        byte[] bytes = new byte[length];
        copy(position, bytes, length);
        return bytes;
    }

    /** Copies so many bytes to the front of an array. */
    void copy(long position, byte[] to, int length) {
        int copied = 0;
        while (copied < length) {
            long from = position + copied;
            int part = (int) Math.min(length - copied, CHUNK - (from & WITHIN_CHUNK));
            chunk(from).get(within(from), to, copied, part);
            copied += part;
        }
    }

    private MappedByteBuffer chunk(long position) {
        return chunks[(int) (position >>> CHUNK_BITS)];
    }

    private static int within(long position) {
        return (int) (position & WITHIN_CHUNK);
    }
}
