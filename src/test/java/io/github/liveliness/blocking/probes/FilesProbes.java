package io.github.liveliness.blocking.probes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** {@link Files}. */
@SuppressWarnings({"ReturnValueIgnored", "StreamResourceLeak"}) // What matters is the call; the surroundings close it.
final class FilesProbes {
    private static final byte[] BYTES = {1, 2, 3};

    private FilesProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup("Files");
        contents(group);
        opening(group);
        asking(group);
        changing(group);
        listing(group);
        return group.probes();
    }

    private static void contents(ProbeGroup group) {
        group.blocks("Files.readString", Surroundings::file, file -> Files.readString(file))
                .blocks("Files.readAllBytes", Surroundings::file, Files::readAllBytes)
                .blocks("Files.readAllLines", Surroundings::file, file -> Files.readAllLines(file))
                .blocks("Files.lines", Surroundings::file, (file, here) -> here.keep(Files.lines(file)))
                .blocks("Stream.count (of Files.lines)", FilesProbes::lines, Stream::count)
                .blocks("Files.write", Surroundings::file, file -> Files.write(file, BYTES))
                .blocks("Files.writeString", Surroundings::file, file -> Files.writeString(file, "text"))
                .blocks("Files.copy", Surroundings::file, (file, here) -> Files.copy(file, here.absent()))
                .blocks(
                        "Files.copy(Path, OutputStream)",
                        Surroundings::file,
                        file -> Files.copy(file, OutputStream.nullOutputStream()))
                .blocks(
                        "Files.copy(InputStream, Path)",
                        Surroundings::absent,
                        absent -> Files.copy(InputStream.nullInputStream(), absent))
                .blocks("Files.mismatch", FilesProbes::twins, twins -> Files.mismatch(twins.get(0), twins.get(1)));
    }

    private static void opening(ProbeGroup group) {
        group.blocks("Files.newInputStream", Surroundings::file, (file, here) -> here.keep(Files.newInputStream(file)))
                .blocks(
                        "Files.newOutputStream",
                        Surroundings::file,
                        (file, here) -> here.keep(Files.newOutputStream(file)))
                .blocks(
                        "Files.newByteChannel",
                        Surroundings::file,
                        (file, here) -> here.keep(Files.newByteChannel(file)))
                .blocks(
                        "Files.newBufferedReader",
                        Surroundings::file,
                        (file, here) -> here.keep(Files.newBufferedReader(file)))
                .blocks(
                        "Files.newBufferedWriter",
                        Surroundings::file,
                        (file, here) -> here.keep(Files.newBufferedWriter(file)))
                .blocks("InputStream.read (of Files.newInputStream)", FilesProbes::input, stream -> stream.read())
                .blocks("OutputStream.write (of Files.newOutputStream)", FilesProbes::output, stream -> stream.write(1))
                .blocks(
                        "BufferedReader.readLine (of Files.newBufferedReader)",
                        here -> here.keep(Files.newBufferedReader(here.file())),
                        reader -> reader.readLine())
                .blocks(
                        "BufferedWriter.flush (of Files.newBufferedWriter)",
                        FilesProbes::writer,
                        BufferedWriter::flush);
    }

    private static void asking(ProbeGroup group) {
        group.blocks("Files.exists", Surroundings::file, file -> Files.exists(file))
                .blocks("Files.notExists", Surroundings::file, file -> Files.notExists(file))
                .blocks("Files.isDirectory", Surroundings::file, file -> Files.isDirectory(file))
                .blocks("Files.isRegularFile", Surroundings::file, file -> Files.isRegularFile(file))
                .blocks("Files.isReadable", Surroundings::file, Files::isReadable)
                .blocks("Files.isSymbolicLink", Surroundings::file, Files::isSymbolicLink)
                .blocks("Files.size", Surroundings::file, Files::size)
                .blocks("Files.getLastModifiedTime", Surroundings::file, file -> Files.getLastModifiedTime(file))
                .blocks("Files.getOwner", Surroundings::file, file -> Files.getOwner(file))
                .blocks("Files.getAttribute", Surroundings::file, file -> Files.getAttribute(file, "size"))
                .blocks(
                        "Files.readAttributes",
                        Surroundings::file,
                        file -> Files.readAttributes(file, BasicFileAttributes.class))
                .blocks(
                        "Files.readAttributes(Path, String)",
                        Surroundings::file,
                        file -> Files.readAttributes(file, "*"))
                .blocks("BasicFileAttributeView.readAttributes", FilesProbes::view, view -> view.readAttributes())
                .blocks("Files.isSameFile", Surroundings::file, file -> Files.isSameFile(file, file.getParent()))
                .blocks("Files.getFileStore", Surroundings::file, Files::getFileStore)
                .blocks("Files.readSymbolicLink", FilesProbes::link, Files::readSymbolicLink)
                .blocks("Path.toRealPath", Surroundings::file, file -> file.toRealPath());
    }

    private static void changing(ProbeGroup group) {
        group.blocks("Files.move", Surroundings::file, (file, here) -> Files.move(file, here.absent()))
                .blocks("Files.delete", Surroundings::file, Files::delete)
                .blocks("Files.deleteIfExists", Surroundings::file, Files::deleteIfExists)
                .blocks("Files.deleteIfExists (of nothing)", Surroundings::absent, Files::deleteIfExists)
                .blocks("Files.createFile", Surroundings::absent, absent -> Files.createFile(absent))
                .blocks("Files.createDirectory", Surroundings::absent, absent -> Files.createDirectory(absent))
                .blocks(
                        "Files.createDirectories",
                        Surroundings::absent,
                        absent -> Files.createDirectories(absent.resolve("inner")))
                .blocks(
                        "Files.createTempFile",
                        Surroundings::folder,
                        folder -> Files.createTempFile(folder, "probe", ""))
                .blocks(
                        "Files.createTempDirectory",
                        Surroundings::folder,
                        folder -> Files.createTempDirectory(folder, "probe"))
                .blocks("Files.createLink", Surroundings::file, (file, here) -> Files.createLink(here.absent(), file))
                .blocks(
                        "Files.createSymbolicLink",
                        Surroundings::file,
                        (file, here) -> Files.createSymbolicLink(here.absent(), file))
                .blocks(
                        "Files.setLastModifiedTime",
                        Surroundings::file,
                        file -> Files.setLastModifiedTime(file, FileTime.fromMillis(1_000)));
    }

    private static void listing(ProbeGroup group) {
        group.blocks("Files.list", Surroundings::folder, (folder, here) -> here.keep(Files.list(folder)))
                .blocks("Files.walk", Surroundings::folder, (folder, here) -> here.keep(Files.walk(folder)))
                .blocks("Stream.count (of Files.walk)", FilesProbes::walk, Stream::count)
                .blocks(
                        "Files.find",
                        Surroundings::folder,
                        (folder, here) -> here.keep(Files.find(folder, 1, (path, attributes) -> true)))
                .blocks(
                        "Files.walkFileTree",
                        Surroundings::folder,
                        folder -> Files.walkFileTree(folder, new SimpleFileVisitor<>() {}))
                .blocks(
                        "Files.newDirectoryStream",
                        Surroundings::folder,
                        (folder, here) -> here.keep(Files.newDirectoryStream(folder)));
    }

    private static List<Path> twins(Surroundings here) throws IOException {
        return List.of(here.file(), here.file());
    }

    private static Stream<String> lines(Surroundings here) throws IOException {
        return here.keep(Files.lines(here.file()));
    }

    private static Stream<Path> walk(Surroundings here) throws IOException {
        return here.keep(Files.walk(here.folder(), FileVisitOption.FOLLOW_LINKS));
    }

    private static InputStream input(Surroundings here) throws IOException {
        return here.keep(Files.newInputStream(here.file()));
    }

    private static OutputStream output(Surroundings here) throws IOException {
        return here.keep(Files.newOutputStream(here.file()));
    }

    /** With something in its buffer. */
    private static BufferedWriter writer(Surroundings here) throws IOException {
        BufferedWriter writer = here.keep(Files.newBufferedWriter(here.file()));
        writer.write("text");
        return writer;
    }

    private static BasicFileAttributeView view(Surroundings here) throws IOException {
        return Files.getFileAttributeView(here.file(), BasicFileAttributeView.class);
    }

    private static Path link(Surroundings here) throws IOException {
        return Files.createSymbolicLink(here.absent(), here.file());
    }
}
