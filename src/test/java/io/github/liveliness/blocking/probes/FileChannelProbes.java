package io.github.liveliness.blocking.probes;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** Channels to files. */
final class FileChannelProbes {
    /** Elsewhere, namely on Windows, it is not the executor that reads, and so it cannot make that late. */
    private static final boolean READS_ASIDE = File.separatorChar == '/';

    private FileChannelProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup("file channels");
        contents(group);
        rest(group);
        asynchronous(group);
        return group.probes();
    }

    private static void contents(ProbeGroup group) {
        group.blocks("FileChannel.open", Surroundings::file, (file, here) -> here.keep(FileChannel.open(file)))
                .blocks("FileChannel.read", FileChannelProbes::channel, channel -> channel.read(bytes()))
                .blocks(
                        "FileChannel.read(ByteBuffer, long)",
                        FileChannelProbes::channel,
                        channel -> channel.read(bytes(), 2))
                .blocks(
                        "FileChannel.read(ByteBuffer[])",
                        FileChannelProbes::channel,
                        channel -> channel.read(new ByteBuffer[] {bytes()}))
                .blocks("FileChannel.write", FileChannelProbes::channel, channel -> channel.write(bytes()))
                .blocks(
                        "FileChannel.write(ByteBuffer, long)",
                        FileChannelProbes::channel,
                        channel -> channel.write(bytes(), 2))
                .blocks(
                        "FileChannel.write(ByteBuffer[])",
                        FileChannelProbes::channel,
                        channel -> channel.write(new ByteBuffer[] {bytes()}))
                .blocks("SeekableByteChannel.read", FileChannelProbes::byteChannel, channel -> channel.read(bytes()))
                .blocks(
                        "FileChannel.transferTo",
                        FileChannelProbes::channel,
                        channel -> channel.transferTo(0, 8, Channels.newChannel(new ByteArrayOutputStream())))
                .blocks(
                        "FileChannel.transferFrom",
                        FileChannelProbes::channel,
                        channel ->
                                channel.transferFrom(Channels.newChannel(new ByteArrayInputStream(new byte[8])), 0, 8));
    }

    private static void rest(ProbeGroup group) {
        group.blocks("FileChannel.size", FileChannelProbes::channel, FileChannel::size)
                .blocks("FileChannel.force", FileChannelProbes::channel, channel -> channel.force(true))
                .blocks("FileChannel.truncate", FileChannelProbes::channel, channel -> channel.truncate(2))
                .blocks("FileChannel.map", FileChannelProbes::channel, channel -> channel.map(MapMode.READ_ONLY, 0, 8))
                .blocks("FileChannel.lock", FileChannelProbes::channel, (channel, here) -> here.keep(channel.lock()))
                .blocks(
                        "FileChannel.tryLock",
                        FileChannelProbes::channel,
                        (channel, here) -> here.keep(channel.tryLock()));
    }

    private static void asynchronous(ProbeGroup group) {
        group.blocks(
                "AsynchronousFileChannel.open",
                Surroundings::file,
                (file, here) -> here.keep(AsynchronousFileChannel.open(file)));
        if (READS_ASIDE) {
            group.blocks(
                    "Future.get (of AsynchronousFileChannel.read)",
                    FileChannelProbes::late,
                    channel -> channel.read(bytes(), 0).get());
        }
    }

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(8);
    }

    private static FileChannel channel(Surroundings here) throws IOException {
        return here.keep(FileChannel.open(here.file(), READ, WRITE));
    }

    private static SeekableByteChannel byteChannel(Surroundings here) throws IOException {
        return here.keep(Files.newByteChannel(here.file()));
    }

    private static AsynchronousFileChannel late(Surroundings here) throws IOException {
        return here.keep(AsynchronousFileChannel.open(here.file(), Set.of(READ), new LateExecutor(here)));
    }
}
