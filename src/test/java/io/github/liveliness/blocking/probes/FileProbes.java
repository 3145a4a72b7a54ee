package io.github.liveliness.blocking.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.util.List;

/** Files by {@code java.io}: streams, readers and writers. */
final class FileProbes {
    static final String GROUP = "files by java.io";

    private FileProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(GROUP);
        opening(group);
        reading(group);
        writing(group);
        randomAccess(group);
        return group.probes();
    }

    private static void opening(ProbeGroup group) {
        group.blocks("new FileInputStream", FileProbes::file, (file, here) -> here.keep(new FileInputStream(file)))
                .blocks("new FileOutputStream", FileProbes::file, (file, here) -> here.keep(new FileOutputStream(file)))
                .blocks("new FileReader", FileProbes::file, (file, here) -> here.keep(new FileReader(file, UTF_8)))
                .blocks("new FileWriter", FileProbes::file, (file, here) -> here.keep(new FileWriter(file, UTF_8)))
                .blocks("new PrintWriter", FileProbes::file, (file, here) -> here.keep(new PrintWriter(file, UTF_8)))
                .blocks(
                        "new RandomAccessFile",
                        FileProbes::file,
                        (file, here) -> here.keep(new RandomAccessFile(file, "r")));
    }

    private static void reading(ProbeGroup group) {
        group.blocks("FileInputStream.read", FileProbes::input, stream -> stream.read())
                .blocks("FileInputStream.read(byte[])", FileProbes::input, stream -> stream.read(new byte[8]))
                .blocks("FileInputStream.readAllBytes", FileProbes::input, FileInputStream::readAllBytes)
                .blocks("FileInputStream.readNBytes", FileProbes::input, stream -> stream.readNBytes(8))
                .blocks("FileInputStream.skip", FileProbes::input, stream -> stream.skip(8))
                .blocks(
                        "FileReader.read",
                        here -> here.keep(new FileReader(file(here), UTF_8)),
                        reader -> reader.read())
                .blocks("BufferedReader.readLine", FileProbes::bufferedReader, BufferedReader::readLine);
    }

    private static void writing(ProbeGroup group) {
        group.blocks("FileOutputStream.write", FileProbes::output, stream -> stream.write(1))
                .blocks("FileOutputStream.write(byte[])", FileProbes::output, stream -> stream.write(new byte[8]))
                .blocks(
                        "FileDescriptor.sync",
                        FileProbes::output,
                        stream -> stream.getFD().sync())
                .blocks("FileWriter.flush", FileProbes::writer, FileWriter::flush)
                .blocks("FileWriter.close", FileProbes::writer, Closeable::close);
    }

    private static void randomAccess(ProbeGroup group) {
        group.blocks("RandomAccessFile.read", FileProbes::randomAccessFile, file -> file.read())
                .blocks("RandomAccessFile.read(byte[])", FileProbes::randomAccessFile, file -> file.read(new byte[8]))
                .blocks("RandomAccessFile.readFully", FileProbes::randomAccessFile, file -> file.readFully(new byte[8]))
                .blocks("RandomAccessFile.readLine", FileProbes::randomAccessFile, RandomAccessFile::readLine)
                .blocks("RandomAccessFile.write", FileProbes::randomAccessFile, file -> file.write(1))
                .blocks("RandomAccessFile.writeUTF", FileProbes::randomAccessFile, file -> file.writeUTF("text"))
                .blocks("RandomAccessFile.length", FileProbes::randomAccessFile, RandomAccessFile::length)
                .blocks("RandomAccessFile.setLength", FileProbes::randomAccessFile, file -> file.setLength(2));
    }

    static File file(Surroundings here) throws IOException {
        return here.file().toFile();
    }

    private static FileInputStream input(Surroundings here) throws IOException {
        return here.keep(new FileInputStream(file(here)));
    }

    private static FileOutputStream output(Surroundings here) throws IOException {
        return here.keep(new FileOutputStream(file(here)));
    }

    private static BufferedReader bufferedReader(Surroundings here) throws IOException {
        return here.keep(new BufferedReader(new FileReader(file(here), UTF_8)));
    }

    /** With something in its buffer. */
    private static FileWriter writer(Surroundings here) throws IOException {
        FileWriter writer = here.keep(new FileWriter(file(here), UTF_8));
        writer.write("text");
        return writer;
    }

    private static RandomAccessFile randomAccessFile(Surroundings here) throws IOException {
        return here.keep(new RandomAccessFile(file(here), "rw"));
    }
}
